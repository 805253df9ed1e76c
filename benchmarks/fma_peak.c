/* The rate of one core's fused multiply-adds in single precision, with nothing but them in the loop: the limit of any step
   that is made of products. Ten sums at a time keep two units busy that need four or five cycles each.

   gcc -O2 -march=native -o benchmarks/target/fma_peak benchmarks/fma_peak.c && taskset -c 0 benchmarks/target/fma_peak */

#include <stdio.h>
#include <time.h>

#if defined(__AVX512F__)
#define BYTES 64
#elif defined(__AVX__)
#define BYTES 32
#else
#define BYTES 16
#endif
#define SUMS 10
#define TURNS 20000000L

typedef float vector __attribute__((vector_size(BYTES)));

static double seconds(void) {
  struct timespec spent;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &spent);
  return spent.tv_sec + 1e-9 * spent.tv_nsec;
}

/* The barrier keeps the compiler from working ahead over the turns. */
#define STEP(sum)              \
  sum = sum * factor + addend; \
  __asm__ volatile("" : "+v"(sum));

static double billions(vector factor, vector addend, vector *kept) {
  /* Variables, since an array would be kept in memory. */
  vector a = addend, b = a, c = a, d = a, e = a, f = a, g = a, h = a, i = a, j = a;
  double begun = seconds();
  for (long turn = 0; turn < TURNS; turn++) {
    STEP(a) STEP(b) STEP(c) STEP(d) STEP(e) STEP(f) STEP(g) STEP(h) STEP(i) STEP(j)
  }
  double spent = seconds() - begun;
  *kept += a + b + c + d + e + f + g + h + i + j;
  return 2e-9 * SUMS * TURNS * (BYTES / sizeof(float)) / spent;
}

int main(void) {
  /* Sums that tend to 2: neither denormal nor infinite. */
  vector factor = (vector){} + 0.5f;
  vector addend = (vector){} + 1.0f;
  vector kept = {};
  billions(factor, addend, &kept);
  double rate = billions(factor, addend, &kept);
  printf("{\"bits\": %d, \"gflops\": %.1f, \"sum\": %g}\n", 8 * BYTES, rate, kept[0]);
  return 0;
}
