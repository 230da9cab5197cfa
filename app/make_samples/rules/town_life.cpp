#include "app/make_samples/rules/rules.h"

namespace tunebench {

std::string_view town_life_rules() {
    return R"(
story_contest: {c_begin} {c_plan} {c_event} {c_result} {c_end}
c_begin: Every {month:month} there is a contest in Marrowby. | On the day of the {feast:feast} there was a contest by the {place:spot}. | The {feast:feast} was near, and everyone talked about the contest.
c_plan: {hero:person} and {friend:person} both wanted to win. | {hero:person} had practised for {number} weeks. | {hero:person} was the youngest, and {friend:person} had won {number} times.
    | {hero:person} brought {number} {vegetable:vegetable}, and {friend:person} brought the biggest cake.
c_event: {weather_sentence} The {job} rang the bell and they began. | In the middle {friend:person} fell down, and {hero} stopped to help. | A~ {pet} ran across the field, and everybody had to wait.
    | {hero} was slow at first and very fast at the end. | The judge looked at everything and wrote in a~ {colour} book.
c_result: {hero} won the first prize, a~ {thing}. | {friend:person} won by a very little. | Nobody won, because the judge fell asleep. | {hero} and {friend:person} came in at the same time.
    | In the end the prize went to the {nature} {job} from {street_name}.
c_end: They shared the prize. | "Next year I will win," said {hero}. | All the people ate {food} and danced. | It was the best {time_of_day} of the year. | {^hero.his} {family} was very {mood}.

story_storm: {s_begin} {s_damage} {s_people} {s_after}
s_begin: In {month} a great storm came over Marrowby. | One {time_of_day} the sky turned black. | It rained for {number} days, and the river rose. | The wind was so strong that it blew the hats off.
s_damage: It broke the {building_part} of the {place:building}. | Water stood in {street:street_name}. | A tree fell on the bridge, and nobody could cross the river. | The boats broke loose in the harbour.
    | The light went out in every house.
s_people: {hero:person} ran to the church and rang the bell. | {hero:person} the {job} took in {number} children and gave them {drink}. | {hero:person} rowed from house to house in a boat.
    | "Hold the rope!" shouted {hero:person}, and {friend:person} held it.
s_after: In the morning the sun came out. | It took {number} weeks to mend everything. | Nobody was hurt, and that was the main thing. | Since then there is a mark on the wall that shows how high the water was.
    | Everyone helped, and soon Marrowby looked as before. | "We were lucky," said {hero}.

story_garden: {g_begin} {g_grow} {g_problem} {g_end}
g_begin: In {season} {hero:person} planted {crop:vegetable} behind the house. | {hero:person} had a garden on {street_name} with {crop:flower} in it. | {hero:person} got a bag of seeds from {friend:person}. {^hero.he} hoped for {crop:vegetable}.
g_grow: First there was nothing to see. Then came small green leaves. | {^hero.he} gave them water every {time_of_day}. | The sun shone and the {crop} grew and grew. | {hero} talked to the {crop} every day.
g_problem: But one night a~ {animal:wild_animal} ate half of them. | Then it did not rain for {number} weeks. | Then came the snails. | A~ {pet} got in and lay down in the middle of the {crop}.
g_end: {hero} built a fence and the rest was saved. | In {month} {hero} sold the {crop} at the market. | There were still enough {crop} for a big soup. | {hero} took the best {crop} to the {feast}.
    | {hero} was not angry. "The {animal:wild_animal} was hungry too," {hero.he} said. | They were the biggest {crop} that anyone had ever seen.

story_boat: {b_begin} {b_trip} {b_event} {b_end}
b_begin: {hero:person} and {friend:person} went out on the lake in a~ {colour} boat. | On {weekday} {hero:person} took {hero.his} {family} down the river. | The ferryman let {hero:person} row the boat for once.
b_trip: The water was quite still. | {weather_sentence} | They had {food} and {drink} with them. | A~ {animal:wild_animal} watched them from the shore.
b_event: Then the boat hit a stone. | {hero} caught a fish as long as an arm. | Suddenly there was fog, and they could not see the shore. | {^hero} lost an oar. | Far away they heard the bell of the church.
b_end: They followed the sound and came home. | They were wet, but they laughed all the way home. | The fish went back into the water. | In the {time_of_day} they told the story at the inn, and the fish got longer each time.
    | "Tomorrow we will walk," said {hero}.

story_school: {sc_begin} {sc_task} {sc_do} {sc_end}
sc_begin: It was {weekday}, and the children sat in the school on School Lane. | The teacher of Marrowby is called {teacher:person}. | On the first day after the holidays, {hero:person} came late.
sc_task: "Today we count the birds," said {teacher:person}. | "Write about your favourite animal," said {teacher:person}. | {teacher:person} wrote on the board: {sum}
    | {teacher:person} asked, "What do you want to be one day?"
sc_do: {hero:person} wrote about the {animal:wild_animal}. | {hero:person} wanted to be a~ {job}, like {hero.his} {family}. | {hero:person} looked out of the window and thought about the {feast}.
    | {hero:person} knew the answer at once. | {hero:person} counted {number} birds and one {pet}.
sc_end: The teacher laughed and the whole class laughed too. | After school they played {game} by the {spot}. | "Very good," said {teacher}. | For homework they had to learn a poem about {season}.
sum: 2 + 3 = 5. | 4 + 4 = 8. | 7 - 2 = 5. | 3 + 6 = 9. | 9 - 8 = 1. | 10 - 4 = 6. | 5 + 5 = 10. | 2 + 2 = 4. | 6 - 3 = 3. | 8 + 1 = 9.
)";
}

}  // namespace tunebench
