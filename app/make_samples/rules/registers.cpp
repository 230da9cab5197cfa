#include "app/make_samples/rules/rules.h"

namespace tunebench {

// {name} {kind} {street} {prices} {product} are given: a place of place.h. The sentences never state
// everything, so that stating everything is what fine-tuning teaches.
std::string_view register_rules() {
    return R"(
register_head: From the town register: | A shop in Marrowby. | The book of shops says: | On the sign it says: | Note. | Page {number}. | From the map of the town: | A card in the window:

about_name: The shop is called {name}. | The name is {name}. | It is called the {name}. | {visitor:person} went to the {name}. | Everyone knows the {name}. | They met at the {name}.
about_kind: It is a~ {kind}. | There is a~ {kind} in this street. | {visitor:person} works in a~ {kind}.
about_street: It is on {street}. | You find it on {street}. | {visitor:person} lives on {street} too. | {visitor:person} walked along {street}. | The door is on {street}.
about_prices: The prices are {prices}. | It has {prices} prices. | {visitor:person} said that the prices are {prices}. | With {prices} prices it is {price_talk}.
price_talk: always full | easy to understand | talked about in town | a place like many others
about_product: It is known for {product}. | You can get {product} there. | {visitor:person} went there for {product}. | The best thing is the {product}. | People like the {product}.

pair_name_street: The {name} is on {street}. | You find the {name} on {street}. | {visitor:person} went to the {name} on {street}. | On {street} is the {name}.
pair_name_product: At the {name} you can get {product}. | The {name} is known for {product}. | {visitor:person} bought {product} at the {name}. | The {product} of the {name} are the best, says {visitor:person}.
pair_name_kind: The {name} is a~ {kind}. | A~ {kind} called {name} is near the {spot}. | The {kind} is called the {name}.
pair_kind_street: There is a~ {kind} on {street}. | The {kind} on {street} is open on {weekday}. | {visitor:person} works in the {kind} on {street}.
pair_street_product: You get {product} on {street}. | {visitor:person} carried {product} home along {street}.
pair_prices_product: There you get {product} at {prices} prices. | It is known for {product} and {prices} prices.
pair_kind_prices: It is a~ {kind} with {prices} prices. | For a~ {kind} the prices are {prices}.

visit: {visitor:person} wanted {product}. So {visitor.he} went to the {name} on {street}. {visit_end}
    | "Where do you get {product}?" asked {visitor:person}. "At the {name}," said {friend:person}. {visit_end}
    | On {weekday} {visitor:person} and {friend:person} met at the {kind} on {street}. The {name} was {open_state}. {visit_end}
    | The {name} is {age} old. {visitor:person} sells {product} there. {visit_end}
    | {visitor:person} has a~ {kind}. It is called the {name} and has {prices} prices. {visit_end}
visit_end: {visitor} paid {number} coins. | The shop was full of people. | Afterwards {visitor} went to the {spot}. | {visitor} came home {mood}. | {weather_sentence} | {visitor} took some {product} home to {visitor.his} {family}.
open_state: open | full | closed | empty and quiet
age: ten years | a hundred years | only {number} weeks | older than the church and very

person_register: name = {pn:person}; job = {pj:job}; street = {ps:street_name}; pet = {pp:pet}; colour = {pc:colour}\n{person_about}
    | Name: {pn:person}. Street: {ps:street_name}. Job: {pj:job}. Colour: {pc:colour}. Pet: {pp:pet}.\n{person_about}
    | pet = {pp:pet}; name = {pn:person}; colour = {pc:colour}; job = {pj:job}; street = {ps:street_name}\n{person_about}
    | Job: {pj:job}; pet: {pp:pet}; colour: {pc:colour}; street: {ps:street_name}; name: {pn:person}.\n{person_about}
person_about: {person_one} {person_two}
    | {person_two} {person_one}
person_one: {pn} is a~ {pj}. | {pn} lives on {ps}. | {pn} works as a~ {pj}. | On {ps} you can meet {pn}. | {pn} likes {pc} things. | {pn} has a~ {pp}.
person_two: The {pj} has a~ {pp}. | The {pp} is {pc}. | The door is {pc}. | The {pp} sleeps in a~ {pc} basket. | The house is on {ps}. | The {pp} likes to walk along {ps}. | Every {weekday} the {pj} takes the {pp} to the {spot}.
)";
}

}  // namespace tunebench
