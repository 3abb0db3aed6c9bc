// What the taggers of the registry do with the same text: words per CPU-second, best of several rounds.
// npm install --no-package-lock && node peers.mjs
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import winkNLP from 'wink-nlp';
import model from 'wink-eng-lite-web-model';
import compromise from 'compromise';

const folder = new URL('../../../data/cases/', import.meta.url).pathname;
const stories = readdirSync(folder, { recursive: true })
  .filter((name) => name.endsWith('.txt'))
  .sort()
  .map((name) => readFileSync(join(folder, name), 'utf8'));

const wink = winkNLP(model, ['sbd', 'pos']);
const its = wink.its;
const peers = {
  'wink-nlp: sentences, tags': () => stories.reduce((sum, text) => sum + wink.readDoc(text).tokens().out(its.pos).length, 0),
  'compromise: sentences, tags': () =>
    stories.reduce((sum, text) => sum + compromise(text).json({ terms: { tags: true } }).reduce((n, s) => n + s.terms.length, 0), 0),
};
for (const [name, run] of Object.entries(peers)) {
  let best = Infinity;
  let words = 0;
  for (let round = 0; round < 8; round++) {
    const before = process.cpuUsage();
    words = run();
    const { user, system } = process.cpuUsage(before);
    best = Math.min(best, (user + system) / 1e6);
  }
  console.log(`${name}\t${words} words\t${Math.round(words / best)} words per CPU-second`);
}
