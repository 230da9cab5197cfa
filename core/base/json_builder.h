// Builds a Json from the parser's events and stops at the first thing that is not allowed. Part of json.cpp.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/json.h"

namespace tunebench {

/// For one text and one use: parse(), then take() or error_*().
class JsonBuilder {
public:
    JsonBuilder(std::string_view text, const JsonLimits& limits) : text_(text), limits_(limits) {}

    bool parse();
    Json take() { return std::move(root_); }

    std::size_t error_offset() const { return error_offset_; }
    const std::string& error_reason() const { return error_reason_; }

    // What nlohmann::json::sax_parse calls; false stops it.
    bool null();
    bool boolean(bool value);
    bool number_integer(Json::number_integer_t value);
    bool number_unsigned(Json::number_unsigned_t value);
    bool number_float(Json::number_float_t value, const std::string& token);
    bool string(std::string& value);
    bool binary(Json::binary_t& value);
    bool start_object(std::size_t count);
    bool key(std::string& name);
    bool end_object();
    bool start_array(std::size_t count);
    bool end_array();
    bool parse_error(std::size_t position, const std::string& last_token, const Json::exception& error);

private:
    bool add(Json value);  // into the open container
    bool open(Json container);
    bool close();
    bool refuse(std::string reason);

    std::string_view text_;
    const JsonLimits& limits_;
    Json root_ = nullptr;
    std::vector<Json*> open_ = {};  // containers from the root inwards; their parents do not grow meanwhile
    Json* member_ = nullptr;        // the value of the key just read
    Json* added_ = nullptr;
    std::size_t value_count_ = 0;
    std::size_t consumed_ = 0;  // bytes that the parser has taken
    std::size_t error_offset_ = 0;
    std::string error_reason_ = {};
};

}  // namespace tunebench
