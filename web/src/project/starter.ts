import { type Project, singleFileProject } from "./project";

/** Shown on the very first visit, before the server was asked for anything: it runs as it is. */
export const STARTER: Project = singleFileProject(
  "python",
  "main.py",
  `import time

name = "world"
print(f"Hello, {name}!")

for step in range(1, 6):
    print("." * step, step)
    time.sleep(0.2)

print("\\x1b[32mdone\\x1b[0m")
`,
);
