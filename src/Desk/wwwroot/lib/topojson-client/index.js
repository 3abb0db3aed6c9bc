export {default as feature} from "./feature.js";
export {default as mesh} from "./mesh.js";
