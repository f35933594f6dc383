// differential: Channels of diagnostics: subscribers, names, and those of the runtime.
// exit: 0
const channel = require("node:diagnostics_channel");

const mine = channel.channel("mine");
console.log(mine.hasSubscribers, channel.hasSubscribers("http.client.request.start"));
channel.subscribe("mine", (message, name) => console.log(name, message));
mine.publish({ n: 1 });
channel.tracingChannel("work").traceSync(() => console.log("traced"));
