#include "app/make_samples/rules/rules.h"

namespace tunebench {

std::string_view fact_rules() {
    return R"(
fact_town: {town_1} {town_2} {town_3} {town_4}
town_1: Marrowby is a small town by a river. | The town of Marrowby lies between a forest and a lake. | Marrowby has a market, a church and an old castle.
    | About four thousand people live in Marrowby. | Marrowby is older than its church.
town_2: The river is called the Wend. | In the middle of the town is Market Square. | The road to the station goes over the old bridge. | On {weekday} there is a market with {fruit}, {vegetable} and {flower}.
    | The tower of the church can be seen from everywhere.
town_3: The oldest house stands on {street_name}. | The {feast} takes place in {month}. | A~ {job} once lived in the round house near the {spot}. | Most of the shops are on {street_name} and {street_name}.
    | In {season} many visitors come to see the {spot}. | The {spot} was built a long time ago by a~ {job}.
town_4: In winter the lake is frozen and the children skate. | At night it is very quiet. | The people say that Marrowby is the best town in the world. | Twice a day a ferry goes to the other side of the lake.
    | When the bell rings {number} times, the shops close. | There is no place with more {wild_animal_many}.
wild_animal_many: owls | swallows | hedgehogs | frogs | squirrels | herons | foxes

fact_animal: {a_pick}
a_pick: {fox} | {owl} | {hedgehog} | {squirrel} | {frog} | {heron} | {badger} | {swallow} | {hen} | {goat} | {cat} | {dog} | {duck} | {donkey}
fox: The fox {night} It eats mice, {fruit} and eggs. {fox_more}
fox_more: A young fox is called a cub. | Its tail is long and red. | Sometimes it comes to Marrowby and looks into the hen houses.
night: sleeps by day and hunts at night. | is out when it is dark. | comes out in the evening. | can see very well at night.
owl: The owl {night} It flies without a sound. {owl_more}
owl_more: It can turn its head very far. | An owl lives in the tower of the church. | Its young ones are grey and round.
hedgehog: The hedgehog {night} It has many sharp spines. {hedgehog_more}
hedgehog_more: In winter it sleeps under leaves. | When it is afraid, it rolls up like a ball. | It likes snails and worms.
squirrel: The squirrel lives in trees. It hides nuts in the ground for the winter. {squirrel_more}
squirrel_more: Often it forgets where they are. | Its tail keeps it warm. | In the park it takes nuts from your hand.
frog: The frog lives in and near water. It catches flies with its tongue. {frog_more}
frog_more: In spring you can hear the frogs at night. | It can jump very far. | First it is a small black tadpole.
heron: The heron stands in the water on one leg. It waits for fish. {heron_more}
heron_more: It does not move for a long time. | It builds its nest in a high tree. | Its feathers are grey.
badger: The badger {night} It digs long tunnels. {badger_more}
badger_more: Its face is black and white. | It keeps its home very clean. | It is shy, and few people have seen it.
swallow: The swallow comes in spring and leaves in autumn. It builds a nest under the roof. {swallow_more}
swallow_more: It flies low before rain. | It catches flies in the air. | Every year it comes back to the same house.
hen: A hen lays an egg almost every day. Her young ones are called chicks. {hen_more}
hen_more: At night she sits on a pole. | She scratches in the ground for food. | The fox is her enemy.
goat: A goat gives milk, and the milk becomes cheese. {goat_more}
goat_more: It eats almost everything, even paper. | It can climb very well. | Two goats live near the {spot}.
cat: A cat sleeps most of the day. {cat_more}
cat_more: It can hear a mouse from far away. | It does not like water. | It washes itself with its tongue. | When it is glad, it purrs.
dog: A dog can smell much better than we can. {dog_more}
dog_more: It wants to run every day. | It is a good friend of people. | When it is glad, it wags its tail.
duck: A duck can swim, walk and fly. {duck_more}
duck_more: Its feathers do not get wet. | In spring it leads its young ones to the river. | It likes to eat grass and snails.
donkey: A donkey is strong and careful. {donkey_more}
donkey_more: It carries heavy bags up the hill. | It stops when the path is not safe. | Its ears are long and soft.

fact_job: {job_pick}
job_pick: {baker} | {miller} | {postman} | {doctor} | {farmer} | {fisherman} | {carpenter} | {clockmaker} | {librarian} | {ferryman} | {blacksmith} | {shepherd} | {gardener} | {tailor}
who: {who_name:person} | {who_name:person} of Marrowby | old {who_name:person}
baker: A baker makes bread and cakes. {^who} is a baker and gets up {early}. {good_job}
miller: A miller turns corn into flour. {^who} is a miller, and the wheel of the mill turns day and night. {good_job}
postman: A postman brings letters. {^who} is the postman and walks {far} every day. {good_job}
doctor: A doctor helps people who are ill. {^who} is a doctor and comes even {early}. {good_job}
farmer: A farmer grows {vegetable} and keeps animals. {^who} is a farmer with {number} cows. {good_job}
fisherman: A fisherman catches fish with a net. {^who} is a fisherman and goes out {early}. {good_job}
carpenter: A carpenter builds things out of wood. {^who} is a carpenter and made the {house_part} of the town hall. {good_job}
clockmaker: A clockmaker mends clocks. {^who} is a clockmaker and has {number} clocks at home. {good_job}
librarian: A librarian takes care of books. {^who} is the librarian and has read nearly all of them. {good_job}
ferryman: A ferryman takes people across the water. {^who} is the ferryman and knows every stone in the river. {good_job}
blacksmith: A blacksmith works with hot iron. {^who} is a blacksmith and has very strong arms. {good_job}
shepherd: A shepherd looks after sheep. {^who} is a shepherd and walks {far} with the flock. {good_job}
gardener: A gardener plants {flower} and {vegetable}. {^who} is the gardener of the castle. {good_job}
tailor: A tailor makes clothes. {^who} is a tailor and made the {colour} coat of the mayor. {good_job}
early: before the sun | very early | at five in the morning | in the middle of the night
far: for many hours | up and down every hill | from house to house | through rain and snow
good_job: It is hard work, but {who_name} likes it. | "I would not do anything else," says {who_name}. | In the evening {who_name} is tired and {mood}. | {who_name} learned it from {who_name.his} {family}.
    | The {tool_of_job} is too heavy for a child, they say. | On {weekday} {who_name} does not work.

fact_season: {season_pick} {weather_sentence}
season_pick: In spring the {flower} come out and the days get longer. {spring_do} | In summer it is hot, and the children swim in the lake. {summer_do}
    | In autumn the leaves turn {leaf} and the {fruit} are ripe. {autumn_do} | In winter it is cold and dark. {winter_do}
leaf: red | yellow | brown
spring_do: The farmers plant {vegetable}. | The swallows come back. | {person} paints the boats. | Everyone cleans the windows.
summer_do: {person} sells ice by the {spot}. | The river is low. | At night the people sit in front of their houses. | The school is closed for {number} weeks.
autumn_do: The people of Marrowby make {drink} and jam. | {person} sweeps the leaves together. | The fog comes early. | The mushrooms grow in the forest.
winter_do: Snow lies on the {spot}. | {person} brings wood to the old people. | The children build a~ {size} snowman. | There are candles in all the windows.

fact_day: {d_1} {d_2} {d_3}
d_1: The {feast:feast} is in {month}. | Once a year there is the {feast:feast}. | In {season} the people of Marrowby have the {feast:feast}. | Nobody stays at home on the day of the {feast:feast}.
d_2: Everyone wears something {colour}. | The children get {food}. | The {job} plays music on Market Square. | There are {number} tables in the street. | A long line of people with lamps walks to the {spot}.
d_3: It began when a~ {job} gave away all the {vegetable} after a hard winter. | The oldest person in town gives a speech. | It ends at midnight with a song. | It is said that rain on this day brings luck.
    | {person} has not missed it for {number} years.
)";
}

}  // namespace tunebench
