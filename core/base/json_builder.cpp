#include "core/base/json_builder.h"

#include <iterator>
#include <utility>

#include <fmt/format.h>

#include "core/base/utf8.h"

namespace tunebench {

namespace {

constexpr int kNumberOutOfRange = 406;  // nlohmann's exception id

/// Walks the text and leaves behind how far it came: the parser does not say where an event happened.
class CountingIterator {
public:
    using iterator_category = std::input_iterator_tag;
    using value_type = char;
    using difference_type = std::ptrdiff_t;
    using pointer = const char*;
    using reference = const char&;

    CountingIterator(const char* at, std::size_t* consumed) : at_(at), consumed_(consumed) {}

    reference operator*() const { return *at_; }
    CountingIterator& operator++() {
        ++at_;
        ++*consumed_;
        return *this;
    }
    CountingIterator operator++(int) {
        const CountingIterator before = *this;
        ++*this;
        return before;
    }
    bool operator==(const CountingIterator& other) const { return at_ == other.at_; }
    bool operator!=(const CountingIterator& other) const { return at_ != other.at_; }

private:
    const char* at_ = nullptr;
    std::size_t* consumed_ = nullptr;
};

std::string shortened(std::string_view text) {
    constexpr std::size_t kShown = 40;
    const std::string_view start = text.substr(0, kShown);
    const std::string whole_characters(start.substr(0, valid_utf8_prefix(start)));
    return json_text(Json(whole_characters)) + (text.size() > kShown ? "..." : "");
}

/// The whole character at the offset: a lead byte brings what follows it.
std::string_view character_at(std::string_view text, std::size_t offset) {
    std::size_t end = offset + 1;
    while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80)
        ++end;
    return text.substr(offset, end - offset);
}

}  // namespace

bool JsonBuilder::parse() {
    const char* begin = text_.data();
    return Json::sax_parse(CountingIterator(begin, &consumed_),
                           CountingIterator(begin + text_.size(), &consumed_), this);
}

bool JsonBuilder::null() {
    return add(nullptr);
}

bool JsonBuilder::boolean(bool value) {
    return add(value);
}

bool JsonBuilder::number_integer(Json::number_integer_t value) {
    return add(value);
}

bool JsonBuilder::number_unsigned(Json::number_unsigned_t value) {
    return add(value);
}

bool JsonBuilder::number_float(Json::number_float_t value, const std::string&) {
    return add(value);
}

bool JsonBuilder::string(std::string& value) {
    return add(std::move(value));
}

bool JsonBuilder::binary(Json::binary_t&) {
    return refuse("binary values are not allowed.");  // the text parser never produces one
}

bool JsonBuilder::start_object(std::size_t) {
    return open(Json::object());
}

bool JsonBuilder::key(std::string& name) {
    const auto [place, inserted] = open_.back()->get_ref<Json::object_t&>().try_emplace(name, nullptr);
    if (!inserted)
        return refuse(fmt::format("the key {} occurs twice in one object.", shortened(name)));
    member_ = &place->second;
    return true;
}

bool JsonBuilder::end_object() {
    return close();
}

bool JsonBuilder::start_array(std::size_t) {
    return open(Json::array());
}

bool JsonBuilder::end_array() {
    return close();
}

bool JsonBuilder::parse_error(std::size_t position, const std::string& last_token,
                              const Json::exception& error) {
    error_offset_ = position > 0 ? position - 1 : 0;
    if (error.id == kNumberOutOfRange)
        error_reason_ = fmt::format("the number {} is too large.", shortened(last_token));
    else if (text_.find_first_not_of(" \t\r\n") == std::string_view::npos)
        error_reason_ = "there is no JSON value.";
    else if (position > text_.size())
        error_reason_ = "the text ends in the middle of a JSON value.";
    else
        error_reason_ = fmt::format("this is not valid JSON: {} is unexpected.",
                                    shortened(character_at(text_, error_offset_)));
    return false;
}

bool JsonBuilder::add(Json value) {
    if (++value_count_ > limits_.max_values)
        return refuse(fmt::format("there are more than {} values.", limits_.max_values));
    if (open_.empty()) {
        root_ = std::move(value);
        added_ = &root_;
    } else if (open_.back()->is_array()) {
        auto& elements = open_.back()->get_ref<Json::array_t&>();
        elements.push_back(std::move(value));
        added_ = &elements.back();
    } else {
        *member_ = std::move(value);
        added_ = member_;
    }
    return true;
}

bool JsonBuilder::open(Json container) {
    if (open_.size() >= static_cast<std::size_t>(limits_.max_depth))
        return refuse(fmt::format("values are nested deeper than {} levels.", limits_.max_depth));
    if (!add(std::move(container)))
        return false;
    open_.push_back(added_);
    return true;
}

bool JsonBuilder::close() {
    open_.pop_back();
    return true;
}

bool JsonBuilder::refuse(std::string reason) {
    error_offset_ = consumed_ > 0 ? consumed_ - 1 : 0;
    error_reason_ = std::move(reason);
    return false;
}

}  // namespace tunebench
