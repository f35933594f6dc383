// differential: State of process at the start: listeners, exit code, warnings, flags.
// exit: 0
console.log(process.eventNames(), process.exitCode, process.noDeprecation, process.throwDeprecation, process.traceDeprecation, process.domain, process.connected, process.channel, process.send);
console.log(process.getMaxListeners(), process.listenerCount("uncaughtException"), process.hasUncaughtExceptionCaptureCallback(), process.sourceMapsEnabled, process.permission, process._getActiveHandles().length, process.getActiveResourcesInfo());
