// Prints each text of a JSON array as Go's libraries write it: a JSON array of objects, from the names in
// harness/judges/spellings.ts to texts.
package main

import (
	"encoding/json"
	"html"
	"html/template"
	"net/url"
	"os"
	"strings"
)

var page = template.Must(template.New("page").Parse("{{.}}"))

func main() {
	var texts []string
	if err := json.NewDecoder(os.Stdin).Decode(&texts); err != nil {
		panic(err)
	}
	printed := []map[string]string{}
	for _, text := range texts {
		printed = append(printed, spellings(text))
	}
	if err := json.NewEncoder(os.Stdout).Encode(printed); err != nil {
		panic(err)
	}
}

func spellings(text string) map[string]string {
	quoted, err := json.Marshal(text)
	if err != nil {
		panic(err)
	}
	var body strings.Builder
	if err := page.Execute(&body, text); err != nil {
		panic(err)
	}
	return map[string]string{
		"QueryEscape of Go":   url.QueryEscape(text),
		"PathEscape of Go":    url.PathEscape(text),
		"user info of Go":     strings.TrimPrefix(url.UserPassword("u", text).String(), "u:"),
		"path of Go":          strings.TrimPrefix((&url.URL{Scheme: "file", Path: "/" + text}).String(), "file:///"),
		"JSON of Go":          string(quoted[1 : len(quoted)-1]),
		"HTML of Go":          html.EscapeString(text),
		"HTML template of Go": body.String(),
	}
}
