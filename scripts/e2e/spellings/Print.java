import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/** Prints each text of a JSON array as Gson writes it: a JSON array of objects, from the names in harness/judges/spellings.ts to texts. */
class Print {
    public static void main(String[] args) {
        var printed = new JsonArray();
        for (var text : JsonParser.parseReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).getAsJsonArray()) {
            var json = new Gson().toJson(text.getAsString());
            var spellings = new JsonObject();
            spellings.addProperty("JSON of Gson", json.substring(1, json.length() - 1));
            printed.add(spellings);
        }
        // System.out would write in the encoding of the locale.
        System.out.writeBytes(printed.toString().getBytes(StandardCharsets.UTF_8));
    }
}
