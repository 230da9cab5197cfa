#include "app/make_samples/rules/rules.h"

namespace tunebench {

std::string_view lost_and_found_rules() {
    return R"(
story_lost_pet: {lp_begin} {lp_notice} {lp_search} {lp_help} {lp_find} {happy_end}
lp_begin: {hero:person} lived in a~ {size} house on {street_name} with a~ {pet:pet} named {pet_name:pet_name}.
    | {hero:person} had a~ {fur} {pet:pet} called {pet_name:pet_name}.
    | In Marrowby there lived a~ {pet:pet} named {pet_name:pet_name}, and {hero:person} took care of it.
    | Everybody on {street_name} knew {pet_name:pet_name}, the {pet:pet} of {hero:person}.
lp_notice: One {weather_adj} {time_of_day}, {pet_name} was gone. | One {weekday}, {hero} came home and the {pet} was not there.
    | On a~ {weather_adj} {time_of_day} the garden gate stood open and {pet_name} had run away.
    | Then one {time_of_day} {hero} called and called, but {pet_name} did not come.
lp_search: {hero} looked behind the {place:spot} and under every bench. | {^hero.he} looked all around the {place:spot}, but found nothing.
    | {hero} asked the {job} at the {place:spot}, but nobody had seen the {pet}.
    | {hero} was {bad_mood} and walked all the way to the {place:spot}. {weather_sentence}
lp_help: Then {hero} met {friend:person}. "Have you seen my {pet}?" asked {hero}. "Let us look together," said {friend}.
    | {friend:person} heard the noise and came to help. | "Do not cry," said {friend:person}. "A~ {pet} never goes far."
    | {friend:person}, the {job}, had an idea. "Put out {food} and wait," {friend.he} said.
lp_find: At last they heard a sound from the {spot}. There sat {pet_name}, wet and hungry.
    | In the {time_of_day} they found {pet_name} asleep in a basket near the {spot}.
    | Behind the {spot} stood {pet_name} and ate {food}. | A~ {wild_animal} jumped out of the grass, and behind it ran {pet_name}.
    | They saw {number} small feet under a cart. It was {pet_name}.
happy_end: {hero} was so {mood} that {hero.he} gave {friend} a~ {thing}. | From that day on, {hero} and {friend} were good friends.
    | {hero} thanked {friend} and they had {drink} and {food} together. | Everyone went home {mood}.
    | "Thank you," said {hero}. "{friend} is the best friend in Marrowby." | That night {hero} slept very well.
    | And {hero} never forgot what {friend} had done.

story_found_thing: {ft_begin} {ft_look} {ft_ask} {ft_answer} {ft_end}
ft_begin: One {weather_adj} {time_of_day}, {hero:person} found a~ {object:small_thing} near the {place:spot}.
    | {hero:person} was digging behind the {place:spot} when {hero.he} saw a~ {object:small_thing} in the mud.
    | A~ {object:small_thing} lay on the path to the {place:spot}, and {hero:person} picked it up.
    | On the way to the {place:spot}, {hero:person} stepped on something hard. It was a~ {object:small_thing}.
ft_look: The {object} was old and {colour}. | It was made of silver and very small. | There was a name on the {object}, but {hero} could not read it.
    | The {object} was {colour} and shone in the sun. | {hero} washed the {object} in the river and looked at it for a long time.
ft_ask: {hero} showed the {object} to {friend:person}, the {job}. | "Whose {object} is this?" {hero} asked {friend:person}.
    | {hero} took the {object} to {friend:person}, because {friend} knew everybody in town.
    | The next day {hero} put up a notice at the {spot}, and {friend:person} read it.
ft_answer: "That is the {object} I lost {number} years ago!" said {friend}. | "I think it belongs to {owner:person}," said {friend}, and they went to {street_name} together.
    | {friend} turned it over. "It is from the old castle," {friend.he} said. "It must go to the town hall."
    | {friend} smiled. "My {family} had a~ {object} like this one."
ft_end: {hero} gave it back at once. | So the {object} came home again. | Now the {object} lies in the library, where everyone can see it.
    | {hero} was allowed to keep the {object} and looked at it every {weekday}. | For a reward {hero} got {food} and a~ {thing}.
    | Nobody in Marrowby had ever been so {mood} about a~ {object}.

story_lost_thing: {lt_begin} {lt_think} {lt_places} {lt_find}
lt_begin: {hero:person} could not find {hero.his} {object:thing}. | "Where is my {object:thing}?" asked {hero:person}.
    | When {hero:person} woke up on {weekday}, the {object:thing} was gone.
lt_think: {^hero.he} had used it at the {place:spot} the day before. | "I had it at the {place:spot}," {hero.he} thought.
    | {^hero.his} {family} did not know where it was, and neither did {friend:person}.
lt_places: {hero} looked in the {house_part} and in the {house_part}. | {hero} looked everywhere, even in the {house_part}.
    | First {hero.he} went to the {spot}. Then {hero.he} went to the {spot}.
lt_find: In the end the {object} was where it always was, behind the {house_part}. | A~ {wild_animal} had carried the {object} to the {spot}.
    | {finder:person} had borrowed it and brought it back with {food}. | "You are sitting on it," said {finder:person}, and they both laughed.
    | It was never found, and {hero} bought a new {object} at the market.
)";
}

}  // namespace tunebench
