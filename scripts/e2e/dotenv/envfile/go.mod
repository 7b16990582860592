module envfile

go 1.24

require github.com/docker/cli v28.2.2+incompatible

require gotest.tools/v3 v3.5.2 // indirect
