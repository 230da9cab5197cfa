#include "app/make_samples/rules/rules.h"

namespace tunebench {

// Lists that come twice, which is the quickest way to teach a small model to copy.
std::string_view list_rules() {
    return R"(
list_shopping: {hero:person} wrote a list: {a:good}, {b:good}, {c:good} and {d:good}. At the market {hero.he} bought {a}, {b}, {c} and {d}. {list_end}
    | "Bring {a:good}, {b:good} and {c:good}," said {friend:person}. {hero:person} came back with {a}, {b} and {c}. {list_end}
    | On the list of {hero:person} were {a:good}, {b:good}, {c:good} and {d:good}. {^hero.he} forgot {b}. So there were only {a}, {c} and {d}. {list_end}
list_end: {hero} was {mood}. | That was enough for a week. | Everything went into a~ {size} basket. | {weather_sentence} | It cost {number} coins.
good: rope | candles | {fruit} | {vegetable} | {drink} | bread | soup | cheese | honey | nuts | {bakery_product} | {inn_product} | {tea_room_product} | {cheese_shop_product} | {hat_shop_product} | {toy_shop_product} | {pottery_product}

list_names: {teacher:person} read the names: {a:person}, {b:person}, {c:person}, {d:person}. "{a}?" "Here!" "{b}?" "Here!" "{c}?" "Here!" "{d}?" {list_names_end}
    | In the first row sat {a:person}, {b:person} and {c:person}. In the second row sat {d:person} and {e:person}. Then they changed. In the first row sat {d} and {e}. In the second row sat {a}, {b} and {c}.
    | {a:person} told it to {b:person}, {b} told it to {c:person}, {c} told it to {d:person}, and {d} told it to {a}.
    | First came {a:person}, then {b:person}, then {c:person} and last {d:person}. They went home in the same order: first {a}, then {b}, then {c} and last {d}.
list_names_end: "Here!" | No answer. {d} was ill. | "{d} is at the {spot}," said {a}. | "Here I am," said {d} at the door.

list_places: The sign at the {spot} shows the way: {a:place_name}, {b:place_name}, {c:place_name}. {hero:person} went to the {a}, then to the {b} and then to the {c}.
    | {hero:person} lives between the {a:place_name} and the {b:place_name}. On the left is the {a}. On the right is the {b}.
    | The postman has letters for {s:street_name}, {t:street_name} and {u:street_name}. First he goes to {s}, then to {t} and then to {u}.
    | The {a:place_name} is on {s:street_name}, the {b:place_name} on {t:street_name} and the {c:place_name} on {u:street_name}. So if you look for the {b}, go to {t}. For the {a} go to {s}, and for the {c} to {u}.
    | {hero:person} walked from {s:street_name} to {t:street_name} and from {t} to {u:street_name}. Then {hero.he} walked back from {u} to {t} and from {t} to {s}.

list_song: The children sang: "{a:animal_name} and {b:animal_name}, {c:animal_name} and {d:animal_name}, {song_line}" Then they sang it again: "{a} and {b}, {c} and {d}, {line}"
song_line: {line:song_words}
song_words: dance around the old stone well. | all go home when it is late. | who will ring the silver bell? | sit and wait before the gate.
animal_name: {pet} | {wild_animal}
)";
}

}  // namespace tunebench
