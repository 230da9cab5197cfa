#include "app/make_samples/rules/rules.h"

namespace tunebench {

std::string_view word_rules() {
    return R"(
woman: Mira | Anna | Lena | Clara | Nora | Ida | Ella | Rosa | Greta | Tilda | Vera | Alma | Hedda | Molly | Sofie | Ruth
man: Tom | Otto | Finn | Hugo | Paul | Jonas | Max | Emil | Oskar | Karl | Peter | Anton | Bruno | Felix | Leo | Simon
person: {woman} | {man}
family: grandmother | grandfather | mother | father | aunt | uncle | sister | brother | cousin
job: baker | miller | teacher | farmer | fisherman | doctor | painter | carpenter | gardener | postman | tailor | cook
    | shepherd | clockmaker | librarian | ferryman | blacksmith | musician | nurse | shopkeeper
tool_of_job: oven | mill | chalk | plough | net | bag of medicine | brush | hammer | spade | heavy bag | needle | big pot

pet: cat | dog | rabbit | goat | pony | hen | parrot | duck | donkey | tortoise
wild_animal: fox | hedgehog | owl | deer | squirrel | badger | heron | otter | hare | mouse | swallow | frog
pet_name: Pip | Button | Smoke | Biscuit | Pepper | Socks | Barley | Clover | Muffin | Bramble | Juniper | Toffee
colour: red | blue | green | yellow | brown | grey | white | black | orange
fur: red | brown | grey | white | black | spotted
size: small | big | tiny | large | little | huge
mood: happy | glad | proud | cheerful | pleased
bad_mood: sad | angry | worried | tired | afraid | lonely
nature: kind | shy | brave | clever | patient | funny | honest | quiet | stubborn | curious | careful | lazy
loud_adverb: loudly | softly | quickly | slowly | happily | quietly | carefully | politely

weather_adj: sunny | rainy | windy | cold | warm | foggy | snowy | cloudy | bright | stormy
time_of_day: morning | afternoon | evening
weekday: Monday | Tuesday | Wednesday | Thursday | Friday | Saturday | Sunday
month: January | February | March | April | May | June | July | August | September | October | November | December
season: spring | summer | autumn | winter
number: two | three | four | five | six | seven | eight | nine | ten | twelve
weather_sentence: The sun was shining. | It was raining all day. | A cold wind blew from the river. | The sky was grey.
    | Snow lay on the roofs. | There was not a cloud in the sky. | Fog hung over the fields. | The air smelled of rain.
    | The leaves were falling from the trees. | It was too hot to work. | A light rain was falling.

spot: old mill | bridge | river | market | harbour | church | school | library | town hall | fountain | forest | meadow
    | lake | station | hill | castle ruin | orchard | playground
street_name: Elm Lane | Mill Road | Harbour Street | Station Road | Church Hill | Market Square | River Walk
    | Bridge Street | Castle Row | Garden Lane | School Lane | Orchard Road | Chapel Street | Meadow Way
    | Fountain Court | King Street
house_part: roof | door | window | garden gate | fence | chimney | cellar | kitchen | stairs
building: church | school | station | town hall | library | old mill | castle
building_part: roof | door | chimney | tower | clock | big window
thing: kite | lamp | basket | umbrella | drum | book | clock | hat | coat | ladder | chair | blanket | bell | mirror
    | suitcase | bicycle | violin | pair of boots | teapot | picture
small_thing: key | ring | coin | letter | button | watch | pencil | whistle | map | glove | necklace | photograph
food: bread | soup | cheese | an apple pie | pancakes | jam | a plum cake | honey | nuts | sandwiches | roast potatoes
    | mushrooms | strawberries | porridge
drink: milk | hot tea | apple juice | cocoa | cold water | lemonade
vegetable: carrots | beans | pumpkins | cabbages | onions | peas | potatoes | tomatoes
flower: roses | tulips | sunflowers | daisies | lilies | violets | poppies
fruit: apples | pears | plums | cherries | berries | grapes
skill: play the violin | swim | bake bread | ride a pony | paint a portrait | sail a boat | juggle | sing in the choir
    | mend a clock | whistle | dance | catch a fish | write a poem | carve wood
game: chess | football | cards | hide and seek | marbles | skipping
feast: Lantern Fair | Harvest Supper | Boat Race | Spring Dance | Apple Day | Snow Market | Kite Day | Candle Night
went: went | walked | ran | hurried | rode
said: said | answered | whispered | called | laughed
)";
}

}  // namespace tunebench
