// expect: ok
// prints: 4950 hello from loopback 64
package main

import (
	"fmt"
	"io"
	"net"
	"net/http"
	"os/exec"
	"strings"
	"sync"
)

func main() {
	numbers, total := make(chan int), 0
	var group sync.WaitGroup
	for i := 0; i < 100; i++ {
		group.Add(1)
		go func(n int) { defer group.Done(); numbers <- n }(i)
	}
	go func() { group.Wait(); close(numbers) }()
	for n := range numbers {
		total += n
	}
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		panic(err)
	}
	go http.Serve(listener, http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { fmt.Fprint(w, "hello from loopback") }))
	answer, err := http.Get("http://" + listener.Addr().String())
	if err != nil {
		panic(err)
	}
	body, _ := io.ReadAll(answer.Body)
	kept := 0
	for round := 0; round < 64; round++ {
		kept += len(make([]byte, 8<<20)) >> 23
	}
	said, err := exec.Command("/bin/echo", "echoed").Output()
	if err != nil || strings.TrimSpace(string(said)) != "echoed" {
		panic(err)
	}
	fmt.Println(total, string(body), kept)
}
