// Draws the places of a page's table on a map. The table stays the data and the way for keyboards.

import { geoMercator, geoPath } from "../lib/d3-geo/d3-geo.js";
import { feature, mesh } from "../lib/topojson-client/index.js";

const nearest = 30000, farthest = 120;

export async function draw(figure) {
  const canvas = figure.querySelector("canvas");
  const places = [...figure.querySelectorAll("tr[data-latitude]")].map(row => ({
    name: row.dataset.name,
    at: [Number(row.dataset.longitude), Number(row.dataset.latitude)],
    counts: row.dataset.counts.split(" ").map(Number),
    link: row.querySelector("a").href,
  }));
  const boxes = figure.dataset.boxes.split(";").filter(box => box).map(box => box.split(" ").map(Number));
  const answer = await fetch(figure.dataset.world);
  if (!answer.ok) return;
  const world = await answer.json();
  const land = feature(world, world.objects.countries);
  const borders = mesh(world, world.objects.countries, (a, b) => a !== b);
  const ratio = Math.min(devicePixelRatio || 1, 2);
  const width = Math.max(280, figure.clientWidth), height = Math.round(width * 11 / 16);
  canvas.width = width * ratio;
  canvas.height = height * ratio;
  canvas.hidden = false;
  figure.querySelector(".map-tools").hidden = false;

  const projection = geoMercator();
  const context = canvas.getContext("2d");
  const path = geoPath(projection, context);
  let drawn = [];

  function toCase() {
    const points = boxes.length > 0
      ? boxes.flatMap(([west, south, east, north]) => [[west, south], [east, north]])
      : places.map(place => place.at);
    projection.fitExtent([[width / 8, height / 8], [width * 7 / 8, height * 7 / 8]], { type: "MultiPoint", coordinates: points });
    if (projection.scale() > nearest) projection.scale(nearest);
    centre(points);
  }

  // One point has no extent: the middle of all points goes to the middle of the canvas.
  function centre(points) {
    const middle = [0, 1].map(axis => {
      const values = points.map(point => point[axis]);
      return (Math.min(...values) + Math.max(...values)) / 2;
    });
    projection.translate([0, 0]);
    const [x, y] = projection(middle);
    projection.translate([width / 2 - x, height / 2 - y]);
  }

  function paint() {
    const style = getComputedStyle(document.documentElement);
    const colour = name => style.getPropertyValue(name).trim();
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    context.clearRect(0, 0, width, height);
    context.beginPath();
    path(land);
    context.fillStyle = colour("--raised");
    context.fill();
    context.beginPath();
    path(borders);
    context.strokeStyle = colour("--strong-rule");
    context.lineWidth = 0.8;
    context.stroke();
    context.setLineDash([4, 4]);
    context.strokeStyle = colour("--soft");
    for (const [west, south, east, north] of boxes) {
      const [left, top] = projection([west, north]);
      const [right, bottom] = projection([east, south]);
      context.strokeRect(left, top, right - left, bottom - top);
    }
    context.setLineDash([]);
    const hues = ["--verbal-cooperation", "--material-cooperation", "--verbal-conflict", "--material-conflict"].map(colour);
    drawn = [];
    for (const place of places) {
      const [x, y] = projection(place.at);
      if (x < -20 || y < -20 || x > width + 20 || y > height + 20) continue;
      const total = place.counts.reduce((sum, count) => sum + count, 0);
      const radius = 4 + 3.5 * Math.sqrt(total);
      pie(x, y, radius, place.counts, total, hues, colour("--paper"));
      drawn.push({ place, x, y, radius, total });
    }
    label(colour("--ink"), colour("--raised"));
  }

  function pie(x, y, radius, counts, total, hues, rim) {
    let from = -Math.PI / 2;
    context.globalAlpha = 0.85;
    counts.forEach((count, quad) => {
      if (count === 0) return;
      const to = from + 2 * Math.PI * count / total;
      context.beginPath();
      context.moveTo(x, y);
      context.arc(x, y, radius, from, to);
      context.fillStyle = hues[quad];
      context.fill();
      from = to;
    });
    context.globalAlpha = 1;
    context.beginPath();
    context.arc(x, y, radius, 0, 2 * Math.PI);
    context.strokeStyle = rim;
    context.lineWidth = 1;
    context.stroke();
  }

  // Names where they do not cover one another; larger places first.
  function label(ink, halo) {
    const taken = [];
    context.font = `12px ${getComputedStyle(canvas).fontFamily}`;
    context.textBaseline = "middle";
    context.lineWidth = 3;
    context.lineJoin = "round";
    for (const { place, x, y, radius, total } of drawn) {
      const text = `${place.name} ${total}`;
      const box = { left: x + radius + 3, right: x + radius + 3 + context.measureText(text).width, top: y - 8, bottom: y + 8 };
      if (box.right > width || taken.some(other =>
        box.left < other.right && other.left < box.right && box.top < other.bottom && other.top < box.bottom)) continue;
      taken.push(box);
      context.strokeStyle = halo;
      context.strokeText(text, box.left, y);
      context.fillStyle = ink;
      context.fillText(text, box.left, y);
    }
  }

  // Keeps the point under (x, y) in its place.
  function zoom(factor, x = width / 2, y = height / 2) {
    const scale = Math.min(nearest, Math.max(farthest, projection.scale() * factor));
    const [dx, dy] = projection.translate();
    const real = scale / projection.scale();
    projection.scale(scale).translate([x + (dx - x) * real, y + (dy - y) * real]);
    paint();
  }

  function at(event) {
    const frame = canvas.getBoundingClientRect();
    return [(event.clientX - frame.left) * width / frame.width, (event.clientY - frame.top) * height / frame.height];
  }

  function under([x, y]) {
    return drawn.find(one => Math.hypot(one.x - x, one.y - y) <= Math.max(8, one.radius));
  }

  figure.querySelector("[data-zoom=in]").addEventListener("click", () => zoom(1.6));
  figure.querySelector("[data-zoom=out]").addEventListener("click", () => zoom(1 / 1.6));
  figure.querySelector("[data-zoom=case]").addEventListener("click", () => { toCase(); paint(); });
  canvas.addEventListener("wheel", event => {
    if (!event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    zoom(event.deltaY < 0 ? 1.2 : 1 / 1.2, ...at(event));
  }, { passive: false });

  let held = null, moved = false;
  canvas.addEventListener("pointerdown", event => {
    held = at(event);
    moved = false;
    canvas.setPointerCapture(event.pointerId);
  });
  canvas.addEventListener("pointermove", event => {
    const here = at(event);
    if (!held) {
      const found = under(here);
      canvas.title = found ? `${found.place.name}: ${found.total}` : "";
      canvas.style.cursor = found ? "pointer" : "";
      return;
    }
    const [dx, dy] = [here[0] - held[0], here[1] - held[1]];
    if (!moved && Math.hypot(dx, dy) < 4) return;
    moved = true;
    const [x, y] = projection.translate();
    projection.translate([x + dx, y + dy]);
    held = here;
    paint();
  });
  canvas.addEventListener("pointerup", event => {
    const found = moved ? null : under(at(event));
    held = null;
    if (found) location.href = found.place.link;
  });

  document.addEventListener("theme", paint);
  toCase();
  paint();
}
