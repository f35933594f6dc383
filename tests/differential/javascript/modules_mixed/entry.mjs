import common, { named } from "./common.cjs";
import data from "./data.json" assert { type: "json" };

export { common, data, named };
