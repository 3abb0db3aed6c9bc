export {Adder} from "./fsum.js";
export {default as merge} from "./merge.js";
export {default as range} from "./range.js";
