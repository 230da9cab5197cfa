#include "app/make_samples/rules/rules.h"

namespace tunebench {

std::string_view paper_rules() {
    return R"(
letter: Dear {to:person},\n{le_1} {le_2} {le_3} {le_4}\n{le_bye} {from:person}
le_1: thank you for the {object:thing}. | how are you? I am well. | I have not written for {number} weeks. | it is {season} here, and {weather_low} | you will not believe what happened on {weekday}.
weather_low: it rains every day. | the sun shines. | the nights are cold. | the river is high.
le_2: Our {pet} has {number} young ones. | My {family} has learned to {skill}. | Yesterday I saw a~ {wild_animal} near the {spot}. | We have a new {job}. | The {house_part} is broken again.
le_3: {third:person} asks about you every {weekday}. | At the {feast} I won a~ {thing}. | I work as a~ {job} now and I like it. | In the garden the {crop:flower} are out.
le_4: Please come and visit us in {month}. | Write to me soon. | I hope that you are not {bad_mood} any more. | Do not forget to bring {food}. | I will tell you more when we meet at the {spot}.
le_bye: Yours, | With love, | Your friend | See you soon,

notice: {no_head}\n{no_body} {no_where}
no_head: Lost! | Found! | For sale | Wanted | Please help | Notice
no_body: A~ {fur} {pet} that answers to the name of {pet_name}. | A~ {size} {thing}, almost new. | A~ {nature} {job} who can also {skill}. | A~ {colour} {small_thing} between the {spot} and the {spot}.
    | Someone to play {game} with on {weekday}. | {^number} bags of {vegetable}, picked in {month}. | A~ {colour} coat with {number} buttons.
no_where: Ask for {person} on {street_name}. | Please bring it to {person}, the {job}. | Come to the {spot} on {weekday} {time_of_day}. | Who finds it gets {food}. | {person} will pay for it. | Please do not ring at night.

diary: {weekday}. {di_1} {di_2} {di_3}
di_1: Today I went to the {spot} with {other:person}. | It was too {cold_hot} to go out. | I slept badly because of the {pet} of {other:person}. | {other:person} came to see me. | Today is the {feast}.
cold_hot: cold | hot | wet | windy
di_2: We saw a~ {wild_animal}. | I made {food} for the first time. | We played {game} until the {time_of_day}. | I bought a~ {thing} and lost a~ {small_thing}. | {weather_sentence} | I tried to {skill}.
di_3: I am {mood}. | I am {bad_mood}, but tomorrow is another day. | Tomorrow I will do it again. | I must not tell {other:person}. | Now I am tired. Good night. | I wish it was {season}.

talk: {t_pick}
t_pick: {t_shop} | {t_way} | {t_weather} | {t_school} | {t_pet}
t_shop: "Good {time_of_day}, what would you like?" {said} {seller:person}. "Do you have {fruit:fruit}?" asked {hero:person}. {t_shop_answer}
t_shop_answer: "Not today, but we have {fruit}." "Then I will take {number}," {said} {hero}. | "Yes, {number} for one coin." {hero} paid and said thank you. | "I am sorry, {third:person} bought the last ones." {hero} went home with {vegetable}.
t_way: "How do I get to the {place:spot}?" asked a visitor. "{t_way_answer}" {said} {hero:person}. {t_way_end}
t_way_answer: Go down {street_name} and turn left at the {spot}, | Go straight on until you see the {place}, | That is easy, it is behind the {spot}, | It is far, take the path along the river,
t_way_end: "Thank you very much." | The visitor thanked {hero} and went the wrong way. | {hero} went with the visitor to the corner. | It took only {number} minutes.
t_weather: "Will it rain?" asked {hero:person}. "{t_weather_answer}" {said} {friend:person}. {t_weather_end}
t_weather_answer: The swallows are flying low, so it will, | I do not think so, | It always rains on {weekday}, | Take your umbrella,
t_weather_end: And so it was. | {^time_of_day} came and not a drop fell. | {hero} took the {thing} along. | {weather_sentence}
t_school: "What did you learn today?" asked {family_member:person}. "{t_school_answer}" {said} {hero:person}. {t_school_end}
t_school_answer: That the {wild_animal} sleeps in winter, | To {skill}, | Nothing, it was too {cold_hot}, | That {number} and {number} is not the same,
t_school_end: "That is good," {said} {family_member}. | They had {food} for supper. | "I knew that already," {said} {family_member}. | Then {hero} went out to play {game}.
t_pet: "Why is your {pet:pet} so {bad_mood}?" asked {hero:person}. "{t_pet_answer}" {said} {friend:person}. {t_pet_end}
t_pet_answer: It wants {food}, | It has seen a~ {wild_animal}, | It is old, | Because it is {weekday}, | It lost its ball at the {spot},
t_pet_end: {hero} gave the {pet} {food}, and it was {mood}. | The {pet} looked at them and went away. | They both laughed. | "Then let us take it to the {spot}," {said} {hero}.

news: {ne_head} {ne_body} {ne_more}
ne_head: News from Marrowby. | From the town hall: | What happened this week: | Read in the paper on {weekday}:
ne_body: The {building_part} of the {building} is being mended. | {hero:person}, a~ {job}, has found a~ {thing} in the {spot}. | A~ {wild_animal} was seen on {street_name}. | The {feast} begins {number} days later this year. | The river is {number} feet higher than in {month}.
    | The school has a new teacher, {hero:person}. | The ferry does not go on {weekday}.
ne_more: The mayor asks everyone to be careful. | Nobody was hurt. | All the children are invited. | "I am {mood}," said the {job}. | It cost {number} silver coins. | {person} took a photograph. | The {job} and the {job} will speak about it on {weekday}.
)";
}

}  // namespace tunebench
