// differential: epoll, eventfd, timerfd, select: what is ready, in which order.
// exit: 0
// stdout: "3 4 5\n1 1 8 3\n1 2 1 0\n"
#include <stdint.h>
#include <stdio.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/select.h>
#include <sys/timerfd.h>
#include <unistd.h>

int main(void) {
    int poll = epoll_create1(EPOLL_CLOEXEC), counter = eventfd(3, EFD_NONBLOCK), timer = timerfd_create(CLOCK_MONOTONIC, 0);
    printf("%d %d %d\n", poll, counter, timer);
    epoll_ctl(poll, EPOLL_CTL_ADD, counter, &(struct epoll_event){.events = EPOLLIN, .data.u32 = 1});
    epoll_ctl(poll, EPOLL_CTL_ADD, timer, &(struct epoll_event){.events = EPOLLIN, .data.u32 = 2});
    struct epoll_event ready[4];
    int count = epoll_wait(poll, ready, 4, 1000);
    uint64_t value = 0;
    ssize_t got = read(counter, &value, 8);
    printf("%d %u %zd %lu\n", count, ready[0].data.u32, got, value);
    timerfd_settime(timer, 0, &(struct itimerspec){.it_value = {0, 5000000}}, NULL);
    count = epoll_wait(poll, ready, 4, 3000);
    fd_set set;
    FD_ZERO(&set);
    FD_SET(timer, &set);
    FD_SET(counter, &set);
    int selected = select(timer + 1, &set, NULL, NULL, &(struct timeval){1, 0});
    printf("%d %u %d %d\n", count, ready[0].data.u32, selected, FD_ISSET(counter, &set));
}
