#include <algorithm>
#include <array>
#include <string>

#include "core/formats/json_extent.h"
#include "core/formats/json_list.h"
#include "core/formats/json_list_names.h"

namespace tunebench {
namespace {

constexpr std::string_view kWhiteSpace = " \t\r\n";

std::string_view without_white_space(std::string_view text) {
    return text.substr(std::min(text.find_first_not_of(kWhiteSpace), text.size()));
}

/// Up to the end of the first value; all of it where that is not there.
std::string_view first_value(std::string_view text) {
    JsonExtent extent;
    for (std::size_t i = 0; i < text.size(); ++i)
        if (extent.step(text[i]) == JsonExtent::Step::EndsHere)
            return text.substr(0, i + 1);
    return text;
}

/// Whether a member of the object, which may be cut off, is a list of objects.
bool has_list_of_objects(std::string_view object) {
    std::string shape;  // the object outside strings and without white space, a string as its quote
    std::string key;
    JsonExtent extent;
    std::size_t string_begin = 0;
    for (std::size_t i = 0; i < object.size(); ++i) {
        const bool was_string = extent.is_string();
        extent.step(object[i]);
        if (extent.is_string() && !was_string)
            string_begin = i + 1;
        const bool is_key = extent.depth() == 1 && (shape.ends_with("{\"") || shape.ends_with(",\""));
        if (was_string && !extent.is_string() && is_key)
            key = object.substr(string_begin, i - string_begin);
        if (was_string || kWhiteSpace.find(object[i]) != std::string_view::npos)
            continue;
        shape += object[i];
        if (extent.depth() == 3 && shape.ends_with(":[{") && !is_part_of_example(key))
            return true;
        shape.erase(0, shape.size() - std::min<std::size_t>(shape.size(), 4));
    }
    return false;
}

}  // namespace

bool is_part_of_example(std::string_view member) {
    static constexpr std::array kParts = {"messages", "conversations", "conversation", "prompt", "completion",
                                          "chosen",   "rejected",      "tools",        "turns",  "history"};
    return std::ranges::find(kParts, member) != kParts.end();
}

bool begins_json_list(std::string_view beginning) {
    return without_white_space(beginning).starts_with('[');
}

bool begins_json_object_with_list(std::string_view beginning) {
    const auto text = without_white_space(beginning);
    if (!text.starts_with('{'))
        return false;
    const auto object = first_value(text);
    const bool is_one_of_several = without_white_space(text.substr(object.size())).starts_with('{');
    return !is_one_of_several && has_list_of_objects(object);
}

}  // namespace tunebench
