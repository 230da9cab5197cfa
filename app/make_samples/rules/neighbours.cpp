#include "app/make_samples/rules/rules.h"

namespace tunebench {

std::string_view neighbour_rules() {
    return R"(
story_quarrel: {q_begin} {q_quarrel} {q_after} {q_turn} {q_end}
q_begin: {hero:person} and {friend:person} lived side by side on {street_name}. | {hero:person} and {friend:person} went to the same school.
    | {hero:person} the {job} and {friend:person} the {job} had been friends for {number} years.
q_quarrel: One {weekday} they quarrelled about a~ {object:thing}. | Then {hero} broke the {object:thing} of {friend}, and {friend} was angry.
    | One {time_of_day} {friend} forgot to bring back the {object:thing}. | "The {object:thing} is mine," said {hero}. "No, it is mine," said {friend}.
q_after: For {number} days they did not speak. | {hero} sat at home and was {bad_mood}. | When they met at the {spot}, they looked the other way.
    | {friend} played {game} alone, and it was no fun. | {^hero.his} {family} asked what was wrong, but {hero} said nothing.
q_turn: Then the {weather_adj} weather came and the {house_part} of {friend} broke. {hero} brought a ladder and helped.
    | At the {spot} they both saw a~ {wild_animal} with {number} young ones, and they had to smile.
    | {hero} wrote a letter. It said: I am sorry. | At last {friend} knocked at the door with {food} in a basket.
    | "This is silly," said {hero}. "Let us share the {object}."
q_end: Now they are friends again. | After that they never quarrelled about a~ {object} again. | They laughed and drank {drink} until it was dark.
    | They put the {object} in the library, so that everyone can use it. | And the next {weekday} they played {game} together.

story_newcomer: {n_begin} {n_first} {n_meet} {n_after}
n_begin: In {month} a new {job:job} came to Marrowby. Her name was {hero:woman}. | In {month} a new {job:job} came to Marrowby. His name was {hero:man}.
    | {hero:person} moved into the {size} house on {street:street_name}. {^hero.he} was a~ {job:job}.
n_first: At first {hero} knew nobody and was {bad_mood}. | The people were {nature}, but they did not say much. | {hero} had only a~ {thing} and a~ {fur} {pet}.
    | Every {time_of_day} {hero} sat alone by the {spot}.
n_meet: Then {friend:person} came by and asked, "Can you {skill:skill}?" "Yes," said {hero}, "I can."
    | One {weekday} the {job} fell ill, and {hero} did the work for {number} days. | {friend:person} invited {hero} to the {feast:feast}.
    | A child fell into the river, and {hero} pulled it out. | {hero} made {food} and gave some to every house in the street.
n_after: Now {hero} knows every child in town by name. | Soon everybody said good morning to {hero}. | {hero} stayed, and nobody can think of Marrowby without {hero.him}.
    | "I am at home here," said {hero}, and it was true. | In {season} {hero} painted the door {colour} and put {flower} in the window.

story_help: {h_begin} {h_trouble} {h_offer} {h_work} {h_thanks}
h_begin: Old {owner:person} lived near the {place:spot}. | {owner:person} the {job:job} was very old. | {owner:person} had a~ {size} shop near the {place:spot}.
h_trouble: The {part:house_part} was broken, and the rain came in. | All the {crop:vegetable} had to be brought in before the rain. | {owner} had hurt {owner.his} foot and could not walk.
    | The cart was too heavy for one person. | There was no wood for the winter.
h_offer: "I will help you," said {hero:person}. | {hero:person} saw this on the way to school. | {hero:person} and {friend:person} came with a hammer and a saw.
    | {hero:person} did not wait to be asked. | "What can I do?" asked {hero:person}.
h_work: They worked until the {time_of_day}. | It took {number} hours. | {hero} carried everything to the {spot} and back. | {weather_sentence} But {hero} did not stop.
    | {hero} worked hard for {number} days and did not ask for money.
h_thanks: "You are a~ {nature} neighbour," said {owner}. | {owner} gave {hero} {food} and a~ {small_thing}. | In the end {owner} told {hero} a story about the {spot}.
    | {owner} smiled for the first time in {number} weeks. | And {hero} went home tired and {mood}.

story_learn: {l_begin} {l_fail} {l_advice} {l_practise} {l_end}
l_begin: {hero:person} wanted to {skill:skill}. | More than anything, {hero:person} wanted to {skill:skill}. | "I will never learn to {skill:skill}," said {hero:person}.
l_fail: The first time it went very badly. | Everybody laughed, even the {pet}. | {^hero.he} tried {number} times and gave up. | It was much harder than {hero.he} had thought.
l_advice: But {teacher:person} the {job} said, "Try it a little every day." | "I could not do it at your age either," said {teacher:person}. | Then {teacher:person} showed {hero} how to begin.
    | {^hero.his} {family} said, "Slowly is fast enough."
l_practise: So {hero} practised every {time_of_day} by the {spot}. | {hero} practised in {season} and in {season}. | For {number} weeks {hero} did nothing else. | {hero} practised until {hero.his} hands were sore.
l_end: At the {feast} {hero} was not afraid any more. | And at the {feast} everybody clapped. | Now {hero} teaches the small children to {skill}. | One day it was quite easy.
    | {hero} could {skill} at last, and {hero.his} {family} was {mood}.
)";
}

}  // namespace tunebench
