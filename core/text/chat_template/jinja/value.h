// Value: what a template computes with. Values follow Python: None, booleans, integers (of 64 bits; more is
// an error), floats, strings of code points, lists, tuples, dicts, and objects with behaviour of their own.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace tunebench::jinja {

class Object;

/// Bytes that are given back when their owner goes.
class Charge {
public:
    Charge() = default;
    Charge(std::size_t& account, std::size_t bytes) : account_(&account), bytes_(bytes) {
        *account_ += bytes_;
    }
    Charge(Charge&& other) noexcept
        : account_(std::exchange(other.account_, nullptr)), bytes_(other.bytes_) {}
    Charge& operator=(Charge&&) = delete;
    ~Charge() {
        if (account_)
            *account_ -= bytes_;
    }

private:
    std::size_t* account_ = nullptr;
    std::size_t bytes_ = 0;
};

/// What the lookup of something absent gives: prints as nothing, and any other use is an error with this
/// message.
struct Undefined {
    std::shared_ptr<const std::string> message = {};
};

struct None {};

/// UTF-8, and how many code points it has.
struct Text {
    explicit Text(std::string utf8, Charge account = {}, bool marked = false);

    std::string bytes;
    std::size_t length;
    Charge charge;
    bool is_markup;  // escaped, or marked as safe: what is added to it is escaped

    bool is_ascii() const { return length == bytes.size(); }
};

struct List;
struct Dict;

using TextRef = std::shared_ptr<const Text>;
using ListRef = std::shared_ptr<const List>;
using DictRef = std::shared_ptr<const Dict>;
using ObjectRef = std::shared_ptr<Object>;

class Value {
public:
    using Data =
        std::variant<Undefined, None, bool, std::int64_t, double, TextRef, ListRef, DictRef, ObjectRef>;

    Value(Data data = None{}) : data_(std::move(data)) {}
    Value(bool truth) : data_(truth) {}
    Value(std::int64_t number) : data_(number) {}
    Value(double number) : data_(number) {}
    Value(TextRef text) : data_(std::move(text)) {}
    Value(ListRef list) : data_(std::move(list)) {}
    Value(DictRef dict) : data_(std::move(dict)) {}
    Value(ObjectRef object) : data_(std::move(object)) {}
    Value(const char*) = delete;  // would be a boolean

    const Data& data() const { return data_; }

    template <class T>
    const T* get() const {
        return std::get_if<T>(&data_);
    }

    bool is_undefined() const { return get<Undefined>() != nullptr; }
    bool is_none() const { return get<None>() != nullptr; }
    const Text* text() const;
    bool is_markup() const;
    const List* list() const;  // or tuple
    const Dict* dict() const;
    Object* object() const;

private:
    Data data_;
};

/// A list or a tuple. `depth`: how deeply values are nested in it, at least 1.
struct List {
    std::vector<Value> items = {};
    bool is_tuple = false;
    int depth = 1;
    Charge charge = {};
    bool is_group = false;  // a pair of groupby: grouper, list
};

/// A dict in the order of insertion.
struct Dict {
    std::vector<std::pair<Value, Value>> entries = {};
    int depth = 1;
    Charge charge = {};

    /// The value of a key that is a string; null when there is none.
    const Value* find(std::string_view key) const;
};

/// A constant: counted by no sandbox.
Value constant_text(std::string bytes);

Value undefined(std::string message);

/// How deeply values are nested: 0 for one that holds no others.
int depth_of(const Value& value);
int depth_of(const std::vector<Value>& values);  // of the deepest

/// The name of the value's type as Python's messages write it: "str", "NoneType".
std::string type_name(const Value& value);

}  // namespace tunebench::jinja
