# differential: No signal is blocked or pending, two are ignored and one is caught, as the kernel sees it.
# exit: 0
import signal

print(signal.pthread_sigmask(signal.SIG_BLOCK, []), signal.sigpending())
for line in open("/proc/self/status"):
    if line.startswith(("Sig", "Shd")) and not line.startswith("SigQ"):
        print(*line.split())
print(signal.getitimer(signal.ITIMER_REAL), signal.alarm(0), signal.set_wakeup_fd(-1))
