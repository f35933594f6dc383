import { missing } from "./other.mjs";
