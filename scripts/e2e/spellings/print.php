<?php
// Prints each text of a JSON array as PHP writes it: a JSON array of objects, from the names in harness/judges/spellings.ts to
// texts.
echo json_encode(array_map(fn ($text) => [
    'urlencode of PHP' => urlencode($text),
    'JSON of PHP' => substr(json_encode($text), 1, -1),
    'JSON of PHP in Unicode' => substr(json_encode($text, JSON_UNESCAPED_UNICODE), 1, -1),
    'HTML of PHP' => htmlspecialchars($text),
], json_decode(stream_get_contents(STDIN))));
