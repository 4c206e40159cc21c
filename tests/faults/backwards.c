/* A clock that goes backwards: each second that passes sets the time of day back by a hundred. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <sys/time.h>
#include <time.h>

static double begun_wall = 0.0, begun = 0.0;

static double seconds(clockid_t which)
{
    static int (*theirs)(clockid_t, struct timespec *) = 0;
    struct timespec now;
    if (!theirs) theirs = dlsym(RTLD_NEXT, "clock_gettime");
    theirs(which, &now);
    return now.tv_sec + 1e-9 * now.tv_nsec;
}

static double backwards(void)
{
    if (begun == 0.0) { begun_wall = seconds(CLOCK_REALTIME); begun = seconds(CLOCK_MONOTONIC); }
    return begun_wall - 100.0 * (seconds(CLOCK_MONOTONIC) - begun);
}

int clock_gettime(clockid_t which, struct timespec *now)
{
    double t = which == CLOCK_REALTIME ? backwards() : seconds(which);
    now->tv_sec = (time_t)t;
    now->tv_nsec = (long)(1e9 * (t - (double)now->tv_sec));
    return 0;
}

int gettimeofday(struct timeval *now, void *zone)
{
    double t = backwards();
    now->tv_sec = (time_t)t;
    now->tv_usec = (suseconds_t)(1e6 * (t - (double)now->tv_sec));
    return 0;
}

time_t time(time_t *now)
{
    time_t t = (time_t)backwards();
    if (now) *now = t;
    return t;
}
