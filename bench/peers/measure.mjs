/** How often something can be done in a second, and how long one time takes, in milliseconds; warm. */
export async function measure(work, seconds) {
  const { once } = await batch(work, seconds / 3, 1);
  const size = Math.max(1, Math.floor(0.002 / once));
  const { count, took, samples } = await batch(work, seconds, size);
  samples.sort((a, b) => a - b);
  const within = share => samples[Math.min(samples.length - 1, Math.ceil(share * samples.length) - 1)] * 1000;
  return { perSecond: count / took, p50Ms: within(0.5), p95Ms: within(0.95), p99Ms: within(0.99) };
}

async function batch(work, seconds, size) {
  const samples = [];
  const began = performance.now();
  let count = 0;
  let now = began;
  do {
    const from = performance.now();
    for (let i = 0; i < size; i++) {
      const result = work();
      if (result instanceof Promise) await result;
    }
    now = performance.now();
    samples.push((now - from) / 1000 / size);
    count += size;
  } while (now - began < seconds * 1000);
  const took = (now - began) / 1000;
  return { count, took, samples, once: took / count };
}
