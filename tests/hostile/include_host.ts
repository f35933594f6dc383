// Files of the host as types, modules and references.
// row: C10
// expect: compile_error | runtime_error
// forbid: root:*
// forbid: root:$
/// <reference path="/etc/shadow" />
import shadow from "/etc/shadow";
import * as parent from "../../../../proc/1/environ";
import canary = require("/proc/self/root/etc/shadow");
console.log(shadow, parent, canary);
