// ParamValue: the value of one parameter, as it stands in a run file: bool, integer, real, text, a list or an
// ordered map of these (the first matching entry of a rank pattern wins, so order is kept).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace tunebench {

struct ParamValue;
using ParamList = std::vector<ParamValue>;

/// Key-value pairs in the order of the file.
struct ParamMap {
    // Without an initialiser, for which clang would need ParamValue to be complete.
    std::vector<std::pair<std::string, ParamValue>> entries;

    const ParamValue* find(std::string_view key) const;  // nullptr when absent
    void set(std::string_view key, ParamValue value);    // replaces, or appends
    void erase(std::string_view key);
    bool operator==(const ParamMap&) const;
};

struct ParamValue {
    std::variant<bool, std::int64_t, double, std::string, ParamList, ParamMap> value = false;

    ParamValue() = default;
    ParamValue(bool flag) : value(flag) {}
    ParamValue(int number) : value(std::int64_t{number}) {}
    ParamValue(std::int64_t number) : value(number) {}
    ParamValue(double number) : value(number) {}
    ParamValue(const char* text) : value(std::string(text)) {}
    ParamValue(std::string text) : value(std::move(text)) {}
    ParamValue(ParamList list) : value(std::move(list)) {}
    ParamValue(ParamMap map) : value(std::move(map)) {}

    template <class T>
    const T* get() const {
        return std::get_if<T>(&value);
    }
    bool operator==(const ParamValue&) const = default;
};

}  // namespace tunebench
