# Reads files as a step does with `source`, and writes the variables of each file to another file, with a NUL after each.
# Usage: read.sh FOLDER COUNT, for FOLDER/0.env with the names in FOLDER/0.names, and so on; run by bash and by dash.

# A value that breaks out of its quotes must not start a program.
PATH=/nowhere
i=0
while [ "$i" -lt "$2" ]; do
  (
    . "$1/$i.env"
    while IFS= read -r name; do
      eval "printf '%s\\000' \"\${$name?}\""
    done <"$1/$i.names"
  ) >"$1/$i.out" 2>/dev/null
  i=$((i + 1))
done
