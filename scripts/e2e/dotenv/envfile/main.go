// Reads files as `docker run --env-file` does, and writes the variables of each file to another file, with a NUL after each.
// Usage: envfile FOLDER COUNT, for FOLDER/0.env with the names in FOLDER/0.names, and so on.
package main

import (
	"fmt"
	"os"
	"strconv"
	"strings"

	"github.com/docker/cli/pkg/kvfile"
)

func main() {
	count, err := strconv.Atoi(os.Args[2])
	if err != nil {
		panic(err)
	}
	for i := range count {
		file := fmt.Sprintf("%s/%d", os.Args[1], i)
		if err := os.WriteFile(file+".out", []byte(read(file)), 0o600); err != nil {
			panic(err)
		}
	}
}

// read returns the values of the names, or nothing if docker rejects the file.
func read(file string) string {
	// The function that `docker run --env-file` calls: cli/command/container/opts.go, opts/parse.go.
	lines, err := kvfile.Parse(file+".env", os.LookupEnv)
	if err != nil {
		return ""
	}
	values := map[string]string{}
	for _, line := range lines {
		name, value, _ := strings.Cut(line, "=")
		values[name] = value
	}
	names, err := os.ReadFile(file + ".names")
	if err != nil {
		panic(err)
	}
	var text strings.Builder
	for name := range strings.Lines(string(names)) {
		if value, known := values[strings.TrimSuffix(name, "\n")]; known {
			text.WriteString(value + "\x00")
		}
	}
	return text.String()
}
