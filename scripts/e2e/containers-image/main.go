// Does what podman, buildah and skopeo do with logins, by the library that all of them use. Like these programs, it passes
// REGISTRY_AUTH_FILE to the library. Usage: containers-image inspect IMAGE | get-login HOST | login HOST USER PASSWORD
package main

import (
	"context"
	"errors"
	"fmt"
	"os"

	"go.podman.io/image/v5/docker"
	"go.podman.io/image/v5/pkg/docker/config"
	"go.podman.io/image/v5/types"
)

func main() {
	output, err := run(&types.SystemContext{AuthFilePath: os.Getenv("REGISTRY_AUTH_FILE")}, os.Args[1:])
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	fmt.Println(output)
}

func run(system *types.SystemContext, args []string) (string, error) {
	switch {
	case len(args) == 2 && args[0] == "inspect":
		return manifest(system, args[1])
	case len(args) == 2 && args[0] == "get-login":
		login, err := config.GetCredentials(system, args[1])
		return login.Username, err
	case len(args) == 4 && args[0] == "login":
		return config.SetCredentials(system, args[1], args[2], args[3])
	}
	return "", errors.New("usage: inspect IMAGE | get-login HOST | login HOST USER PASSWORD")
}

func manifest(system *types.SystemContext, image string) (string, error) {
	reference, err := docker.ParseReference("//" + image)
	if err != nil {
		return "", err
	}
	source, err := reference.NewImageSource(context.Background(), system)
	if err != nil {
		return "", err
	}
	defer source.Close()
	content, _, err := source.GetManifest(context.Background(), nil)
	return string(content), err
}
