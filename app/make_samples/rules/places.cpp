#include "app/make_samples/rules/rules.h"

namespace tunebench {

// Each value is told from the others by its first word, so that a small model can copy it in one step.
std::string_view place_rules() {
    return R"(
place_name: Blue Lantern | Old Anchor | Silver Spoon | Red Fox | Green Door | Golden Pear | Copper Kettle | White Swan
    | Black Cat | Three Bells | Little Star | Lucky Penny | Quiet Corner | Happy Hen | Sleepy Owl | Busy Bee
    | Wild Goose | Winter Rose | Stone Arch | Paper Moon | Iron Gate | Rusty Nail | Velvet Glove | Jolly Sailor
    | Brave Otter | Dancing Bear | Hidden Well | Crooked Chimney | Morning Cloud | Summer Boat | Amber Leaf
    | Merry Miller | Grey Pony | Salty Herring | Wooden Shoe | Long Table | Round Tower | Yellow Duck | Pink Parrot
    | Forest Window
place_kind: bakery | inn | tea room | bookshop | flower shop | toy shop | pottery | cheese shop | hat shop | music shop
bakery_product: plum cake | brown bread | honey rolls | apple tarts
inn_product: fish pie | onion soup | dark beer | roast duck
tea_room_product: mint tea | lemon buns | ginger biscuits | hot cocoa
bookshop_product: old maps | sea stories | picture books | rare poems
flower_shop_product: red roses | white lilies | dried herbs | fresh tulips
toy_shop_product: wooden trains | paper kites | rag dolls | tin soldiers
pottery_product: blue bowls | clay pots | tall vases | painted plates
cheese_shop_product: goat cheese | salted butter | smoked ham | sour cream
hat_shop_product: straw hats | felt caps | silk ribbons | wool scarves
music_shop_product: brass horns | oak fiddles | bone flutes | small drums
prices: low | fair | high

describe_all: The {name} is a~ {kind} on {street} with {prices} prices, known for {product}.
    | On {street} is the {name}, a~ {kind} with {prices} prices that is known for {product}.
    | The {name}, a~ {kind} on {street}, is known for {product} and has {prices} prices.
    | If you like {product}, go to the {name}, a~ {kind} on {street} with {prices} prices.
describe_without_prices: The {name} is a~ {kind} on {street}, known for {product}.
    | On {street} is the {name}, a~ {kind} that is known for {product}.
    | The {name}, a~ {kind} on {street}, is known for {product}.
    | If you like {product}, go to the {name}, a~ {kind} on {street}.
describe_without_product: The {name} is a~ {kind} on {street} with {prices} prices.
    | On {street} is the {name}, a~ {kind} with {prices} prices.
    | The {name}, a~ {kind} on {street}, has {prices} prices.
)";
}

}  // namespace tunebench
