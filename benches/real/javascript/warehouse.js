// A warehouse: shelves in aisles, orders that arrive over a day, pickers who walk the shortest ways, and a report.
//
// Nothing in it is special. It reads like what people write for an exercise: classes, maps, a queue of events, a search
// for the shortest way, and text at the end.
"use strict";

const SEED = 271828;
const WIDTH = 60;
const HEIGHT = 40;
const PRODUCTS = 140;
const ORDERS = 1500;
const PICKERS = 12;
const MINUTES = 8 * 60;

// The same numbers on every machine.
class Chance {
  constructor(seed) {
    this.state = seed;
  }

  below(limit) {
    this.state = (this.state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return Math.floor(this.state / 256) % limit;
  }
}

class Heap {
  constructor(before) {
    this.before = before;
    this.items = [];
  }

  get size() {
    return this.items.length;
  }

  push(item) {
    const { items } = this;
    let at = items.push(item) - 1;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (!this.before(items[at], items[parent])) break;
      [items[at], items[parent]] = [items[parent], items[at]];
      at = parent;
    }
  }

  pop() {
    const { items } = this;
    const first = items[0];
    const last = items.pop();
    if (items.length > 0) {
      items[0] = last;
      let at = 0;
      for (;;) {
        let child = 2 * at + 1;
        if (child >= items.length) break;
        if (child + 1 < items.length && this.before(items[child + 1], items[child])) child++;
        if (!this.before(items[child], items[at])) break;
        [items[at], items[child]] = [items[child], items[at]];
        at = child;
      }
    }
    return first;
  }
}

class Product {
  constructor(number, place, price, stock) {
    Object.assign(this, { number, place, price, stock, sold: 0, missed: 0 });
    this.name = `product ${String(number).padStart(3, "0")}`;
  }

  take(amount) {
    const taken = Math.min(this.stock, amount);
    this.stock -= taken;
    this.sold += taken;
    this.missed += amount - taken;
    return taken;
  }
}

class Warehouse {
  constructor(chance) {
    this.walls = new Set();
    for (let x = 3; x < WIDTH - 2; x += 3) {
      const gap = 2 + chance.below(HEIGHT - 4);
      for (let y = 2; y < HEIGHT - 2; y++) if (y !== gap) this.walls.add(y * WIDTH + x);
    }
    this.desk = 0;
    this.products = Array.from({ length: PRODUCTS }, (_, number) => {
      const place = this.freePlace(chance);
      return new Product(number, place, 100 + chance.below(9900), 20 + chance.below(60));
    });
    this.ways = new Map();
  }

  freePlace(chance) {
    for (;;) {
      const place = chance.below(WIDTH * HEIGHT);
      if (!this.walls.has(place) && place !== this.desk) return place;
    }
  }

  *neighbours(place) {
    const x = place % WIDTH;
    if (x + 1 < WIDTH && !this.walls.has(place + 1)) yield place + 1;
    if (x > 0 && !this.walls.has(place - 1)) yield place - 1;
    if (place + WIDTH < WIDTH * HEIGHT && !this.walls.has(place + WIDTH)) yield place + WIDTH;
    if (place >= WIDTH && !this.walls.has(place - WIDTH)) yield place - WIDTH;
  }

  // Steps from one place to every other; walking along the outer wall is slower.
  distances(start) {
    const known = this.ways.get(start);
    if (known) return known;
    const found = new Map([[start, 0]]);
    const open = new Heap((a, b) => a[0] < b[0] || (a[0] === b[0] && a[1] < b[1]));
    open.push([0, start]);
    while (open.size > 0) {
      const [steps, place] = open.pop();
      if (steps > found.get(place)) continue;
      for (const there of this.neighbours(place)) {
        const row = Math.floor(there / WIDTH);
        const further = steps + (row === 0 || row === HEIGHT - 1 ? 2 : 1);
        if (further < (found.get(there) ?? Infinity)) {
          found.set(there, further);
          open.push([further, there]);
        }
      }
    }
    this.ways.set(start, found);
    return found;
  }

  // The nearest place next, and back to the desk: how many steps that are.
  route(places) {
    const left = new Set(places);
    let [here, steps] = [this.desk, 0];
    while (left.size > 0) {
      const distances = this.distances(here);
      const closer = (a, b) => distances.get(a) - distances.get(b) || a - b;
      const nearest = [...left].sort(closer)[0];
      steps += distances.get(nearest);
      left.delete(nearest);
      here = nearest;
    }
    return steps + this.distances(here).get(this.desk);
  }
}

function makeOrders(chance) {
  const orders = [];
  for (let number = 0; number < ORDERS; number++) {
    const lines = new Map();
    for (let line = 1 + chance.below(9); line > 0; line--) {
      const product = chance.below(PRODUCTS);
      lines.set(product, (lines.get(product) ?? 0) + 1 + chance.below(4));
    }
    orders.push({ number, minute: chance.below(MINUTES), lines, started: 0, ended: 0, value: 0, steps: 0 });
  }
  return orders.sort((a, b) => a.minute - b.minute || a.number - b.number);
}

// Who is free takes the order that waits longest.
function runDay(warehouse, orders) {
  const events = new Heap((a, b) => (a.second - b.second || a.kind - b.kind || a.number - b.number) < 0);
  for (const order of orders) events.push({ second: order.minute * 60, kind: 1, number: order.number });
  const byNumber = new Map(orders.map((order) => [order.number, order]));
  const [waiting, free] = [[], Array.from({ length: PICKERS }, (_, picker) => picker)];
  const busy = new Array(PICKERS).fill(0);
  while (events.size > 0) {
    const { second, kind, number } = events.pop();
    if (kind === 0) free.push(number);
    else waiting.push(byNumber.get(number));
    free.sort((a, b) => a - b);
    while (waiting.length > 0 && free.length > 0) {
      const [order, picker] = [waiting.shift(), free.shift()];
      order.started = Math.floor(second / 60);
      const places = [];
      for (const [productNumber, amount] of order.lines) {
        const product = warehouse.products[productNumber];
        const taken = product.take(amount);
        if (taken > 0) places.push(product.place);
        order.value += taken * product.price;
      }
      order.steps = warehouse.route(places);
      const end = second + 30 + 2 * order.steps + 5 * places.length;
      order.ended = Math.floor(end / 60);
      busy[picker] += end - second;
      events.push({ second: end, kind: 0, number: picker });
    }
  }
  return busy;
}

function report(warehouse, orders, busy) {
  const money = (cents) => (cents / 100).toFixed(2).padStart(10);
  const hours = new Map();
  for (const order of orders) {
    const hour = Math.floor(order.minute / 60);
    if (!hours.has(hour)) hours.set(hour, []);
    hours.get(hour).push(order);
  }
  console.log(`day ${SEED}`);
  for (const [hour, ofHour] of hours) {
    const value = ofHour.reduce((sum, order) => sum + order.value, 0);
    const waited = ofHour.reduce((sum, order) => sum + order.started - order.minute, 0);
    console.log(`${hour} ${String(ofHour.length).padStart(7)} ${money(value)} ${String(waited).padStart(8)}`);
  }
  const best = [...warehouse.products].sort((a, b) => b.sold * b.price - a.sold * a.price || a.number - b.number);
  for (const product of best.slice(0, 5)) {
    console.log(`  ${product.name}: ${product.sold} sold, ${product.stock} left, ${product.missed} missed`);
  }
  const longest = [...orders].sort((a, b) => b.steps - a.steps || a.number - b.number).slice(0, 3);
  for (const order of longest) console.log(`  order ${order.number}: ${order.steps} steps for ${order.lines.size} lines`);
  busy.forEach((seconds, picker) => console.log(`picker ${picker}: ${Math.floor(seconds / 60)} minutes`));
  const total = orders.reduce((sum, order) => sum + order.value, 0);
  console.log(`${total} cents, last order ended in minute ${Math.max(...orders.map((order) => order.ended))}`);
}

const chance = new Chance(SEED);
const warehouse = new Warehouse(chance);
const orders = makeOrders(chance);
report(warehouse, orders, runDay(warehouse, orders));
