// Bodies that attract each other, and a sieve: floating-point numbers and a long loop, next to no memory.
"use strict";

const SEED = 271828;

// A heavy body in the middle and four light ones around it.
function system(seed) {
  const bodies = [{ x: 0, y: 0, z: 0, vx: 0, vy: 0, vz: 0, mass: 39.5 }];
  for (let place = 1; place < 5; place++) {
    const distance = place + (seed % 1000) / 10000;
    bodies.push({ x: distance, y: 0, z: 0.01 * place, vx: 0, vy: Math.sqrt(39.5 / distance), vz: 0, mass: 0.001 * place });
  }
  return bodies;
}

function advance(bodies, step, count) {
  for (let turn = 0; turn < count; turn++) {
    for (let i = 0; i < bodies.length; i++) {
      const a = bodies[i];
      for (let j = i + 1; j < bodies.length; j++) {
        const b = bodies[j];
        const dx = a.x - b.x, dy = a.y - b.y, dz = a.z - b.z;
        const squared = dx * dx + dy * dy + dz * dz;
        const pull = step / (squared * Math.sqrt(squared));
        const ofA = a.mass * pull, ofB = b.mass * pull;
        a.vx -= dx * ofB;
        a.vy -= dy * ofB;
        a.vz -= dz * ofB;
        b.vx += dx * ofA;
        b.vy += dy * ofA;
        b.vz += dz * ofA;
      }
    }
    for (const body of bodies) {
      body.x += step * body.vx;
      body.y += step * body.vy;
      body.z += step * body.vz;
    }
  }
}

function energy(bodies) {
  let total = 0;
  bodies.forEach((a, i) => {
    total += 0.5 * a.mass * (a.vx * a.vx + a.vy * a.vy + a.vz * a.vz);
    for (const b of bodies.slice(i + 1)) {
      const dx = a.x - b.x, dy = a.y - b.y, dz = a.z - b.z;
      total -= (a.mass * b.mass) / Math.sqrt(dx * dx + dy * dy + dz * dz);
    }
  });
  return total;
}

function primes(limit) {
  const sieve = new Uint8Array(limit + 1).fill(1, 2);
  for (let number = 2; number * number <= limit; number++) {
    if (!sieve[number]) continue;
    for (let multiple = number * number; multiple <= limit; multiple += number) sieve[multiple] = 0;
  }
  return sieve.reduce((sum, is) => sum + is, 0);
}

const bodies = system(SEED);
console.log(`${SEED}: energy before ${energy(bodies).toFixed(9)}`);
advance(bodies, 0.0005, 800_000);
console.log(`energy after ${energy(bodies).toFixed(9)}`);
console.log(`${primes(5_000_000 + (SEED % 1000))} primes`);
