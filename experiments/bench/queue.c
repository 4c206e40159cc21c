/* The queue of heapq_loop.py in C: a binary heap of events, a line of arrival times, SplitMix64 for luck. */

#include <math.h>
#include <stdint.h>
#include <stdlib.h>

typedef struct {
    double time;
    int ends; /* 1: a service ends; 0: a customer comes */
} Event;

static uint64_t state;

/* Exponential with the given mean; SplitMix64 of Steele, Lea & Flood (2014), as in the engine. */
static double exponential(double mean) {
    uint64_t z = (state += 0x9E3779B97F4A7C15u);
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
    z ^= z >> 31;
    return -log(((double)(z >> 11) + 0.5) * 0x1p-53) * mean;
}

static Event *heap;
static int size;

static void sift_down(Event event) {
    int place = 0, child;
    while ((child = 2 * place + 1) < size) {
        if (child + 1 < size && heap[child + 1].time < heap[child].time)
            child++;
        if (heap[child].time >= event.time)
            break;
        heap[place] = heap[child];
        place = child;
    }
    heap[place] = event;
}

static void push(Event event) {
    int place = size++;
    while (place > 0 && heap[(place - 1) / 2].time > event.time) {
        heap[place] = heap[(place - 1) / 2];
        place = (place - 1) / 2;
    }
    heap[place] = event;
}

static void pop(void) {
    if (--size > 0)
        sift_down(heap[size]);
}

/* Mean wait of the customers after the first `skipped`; -1 where memory does not suffice. */
double mean_wait(long servers, double arrivals, double services, long customers, long skipped, uint64_t seed) {
    long idle = servers, to_come = customers - 1, begun = 0, first = 0, last = 0;
    double total = 0.0;
    double *waiting = malloc((size_t)customers * sizeof *waiting);
    heap = malloc((size_t)(servers + 2) * sizeof *heap);
    if (!waiting || !heap)
        return -1.0;
    state = seed * 0xD1342543DE82EF95u;
    size = 0;
    push((Event){exponential(1.0 / arrivals), 0});
    while (size > 0) {
        double now = heap[0].time;
        if (!heap[0].ends) {
            if (to_come > 0) {
                to_come--;
                sift_down((Event){now + exponential(1.0 / arrivals), 0});
            } else {
                pop();
            }
            if (idle > 0) {
                idle--;
                begun++;
                push((Event){now + exponential(1.0 / services), 1});
            } else {
                waiting[last++] = now;
            }
        } else if (first < last) {
            double arrived = waiting[first++];
            if (++begun > skipped)
                total += now - arrived;
            sift_down((Event){now + exponential(1.0 / services), 1});
        } else {
            idle++;
            pop();
        }
    }
    free(waiting);
    free(heap);
    return total / (double)(customers - skipped);
}
