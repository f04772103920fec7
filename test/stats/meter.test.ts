import { expect, test } from "vitest";
import { createMeter } from "../../src/stats/meter.ts";

/** A clock that stands still until it is moved on. */
function handClock() {
  let time = 100;
  return {
    now: () => time,
    pass(milliseconds: number) {
      time += milliseconds;
    },
  };
}

test("what a step does itself is told apart from what it has done for it", () => {
  const clock = handClock();
  const meter = createMeter(clock.now);
  const scan = meter.timed("scan", () => clock.pass(5));
  const judge = meter.timed("judging", () => {
    clock.pass(1);
    scan();
    scan();
    clock.pass(2);
  });
  judge();
  const { stages } = meter.measured();
  expect([...stages]).toEqual([
    ["scan", { time: 10, times: 2 }],
    ["judging", { time: 3, times: 1 }],
  ]);
});

test("a detector made of others counts without them", () => {
  const clock = handClock();
  const meter = createMeter(clock.now);
  const terms = meter.timedDetector("terms", () => clock.pass(4));
  meter.timedDetector("all", () => {
    clock.pass(1);
    terms();
  })();
  expect([...meter.measured().detectors]).toEqual([
    ["terms", { time: 4, times: 1 }],
    ["all", { time: 1, times: 1 }],
  ]);
});

test("a rule counts with all that was done for it", () => {
  const clock = handClock();
  const meter = createMeter(clock.now);
  const terms = meter.timedDetector("terms", () => clock.pass(4));
  const look = meter.timedRule(
    (index: number) => `rule/${index}`,
    (_index: number, extra: number) => {
      terms();
      clock.pass(extra);
      return extra;
    },
  );
  expect([look(1, 2), look(2, 0), look(1, 3)]).toEqual([2, 0, 3]);
  expect([...meter.measured().rules]).toEqual([
    ["rule/1", { time: 13, times: 2 }],
    ["rule/2", { time: 4, times: 1 }],
  ]);
});

test("what throws is measured too, and what follows it is not mixed up", async () => {
  const clock = handClock();
  const meter = createMeter(clock.now);
  const failing = meter.timed("scan", () => {
    clock.pass(2);
    throw new Error("broken");
  });
  expect(failing).toThrow("broken");
  await expect(
    meter.timedUntil("reading", async () => {
      clock.pass(3);
      failing();
    }),
  ).rejects.toThrow("broken");
  expect([...meter.measured().stages]).toEqual([
    ["scan", { time: 4, times: 2 }],
    ["reading", { time: 3, times: 1 }],
  ]);
});
