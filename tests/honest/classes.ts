// expect: ok
// prints: 6 [ 'a', 'b' ] done
import { readFileSync, writeFileSync } from "node:fs";

abstract class Shape {
  abstract area(): number;
}

class Rectangle extends Shape {
  constructor(
    private readonly width: number,
    private readonly height: number,
  ) {
    super();
  }
  area(): number {
    return this.width * this.height;
  }
}

async function later<T>(value: T, ms: number): Promise<T> {
  await new Promise((resolve) => setTimeout(resolve, ms));
  return value;
}

writeFileSync("words.json", JSON.stringify(["a", "b"]));
const words: string[] = JSON.parse(readFileSync("words.json", "utf8"));
later("done", 20).then((word) => console.log(new Rectangle(2, 3).area(), words, word));
