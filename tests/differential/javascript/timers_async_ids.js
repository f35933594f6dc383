// differential: The ids of asynchronous resources begin where they always do.
// exit: 0
// stdout: "1 0 2 3\n"
const { executionAsyncId, triggerAsyncId, AsyncResource } = require("node:async_hooks");

console.log(executionAsyncId(), triggerAsyncId(), new AsyncResource("MINE").asyncId(), Number(setTimeout(() => {}, 0)));
