#include "app/make_samples/rules/rules.h"

namespace tunebench {

std::string_view review_rules() {
    return R"(
review_place: {place_name} | {place_name} | {place_name} | market | ferry | library | Boat Race | Lantern Fair | Spring Dance | museum | swimming lake | town hall cafe
good_point: The {meal} was hot and tasty. | The {staff} was kind and quick. | Our room was clean and quiet. | I loved the {meal}. | The {staff} smiled at everyone. | It was worth every coin.
    | We laughed the whole {time_of_day}. | The music was lovely. | The view of the {spot} was beautiful. | The children did not want to leave. | Best {meal} in town. | The {staff} helped us at once.
    | Everything was fresh. | I felt welcome. | We got a good table near the window. | The {part_of_place} was warm and bright. | It was a wonderful {time_of_day}. | I will tell all my friends about the {meal}.
bad_point: The {meal} was cold and salty. | The {staff} was rude and slow. | Our room was dirty and loud. | I could not eat the {meal}. | The {staff} shouted at everyone. | It was far too expensive.
    | We waited for {number} hours. | The music was terrible. | It smelled of old fish. | The children cried and wanted to leave. | Worst {meal} in town. | The {staff} did not help us at all.
    | Everything was broken. | I felt ill afterwards. | We got a bad table near the bins. | The {part_of_place} was cold and dark. | It was a boring {time_of_day}. | I will warn all my friends about the {meal}.
neutral_point: I went there on {weekday} with my {family}. | We came in {month}. | It was our first visit. | {person} told us about it. | We stayed for {number} hours. | It was a~ {weather_adj} {time_of_day}.
meal: soup | bread | cake | fish | tea | cheese | pie | breakfast
staff: waiter | cook | owner | young man at the door | woman at the desk | guide
part_of_place: hall | garden | big room | terrace | kitchen
mix_word: But | Still, | On the other hand, | Only

guest_good: {writer:person} wrote in the guest book: "{good_point} {good_point}" {^writer.he} {good_after}
guest_bad: {writer:person} wrote in the guest book: "{bad_point} {bad_point}" {^writer.he} {bad_after}
guest_mixed: {writer:person} wrote in the guest book: "{good_point} But not everything was right. {bad_point}" {^writer.he} {mixed_after}
good_after: was happy and will come back. | liked it very much. | thanked everybody and came again on {weekday}. | told {friend:person} that it was a good place.
bad_after: was angry and will not come back. | did not like it at all. | wanted the money back. | told {friend:person} that it was a bad place.
mixed_after: may come back one day. | liked some of it. | did not know what to think. | told {friend:person} that it was neither good nor bad.
)";
}

}  // namespace tunebench
