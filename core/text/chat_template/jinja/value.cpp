#include "core/text/chat_template/jinja/value.h"

#include <algorithm>

#include "core/text/chat_template/jinja/object.h"

namespace tunebench::jinja {
namespace {

std::size_t count_code_points(std::string_view utf8) {
    return static_cast<std::size_t>(
        std::ranges::count_if(utf8, [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

template <class T>
const T* pointee(const std::shared_ptr<const T>* reference) {
    return reference ? reference->get() : nullptr;
}

struct TypeName {
    std::string operator()(const Undefined&) const { return "Undefined"; }
    std::string operator()(const None&) const { return "NoneType"; }
    std::string operator()(bool) const { return "bool"; }
    std::string operator()(std::int64_t) const { return "int"; }
    std::string operator()(double) const { return "float"; }
    std::string operator()(const TextRef& text) const { return text->is_markup ? "Markup" : "str"; }
    std::string operator()(const ListRef& list) const { return list->is_tuple ? "tuple" : "list"; }
    std::string operator()(const DictRef&) const { return "dict"; }
    std::string operator()(const ObjectRef& object) const { return object->type(); }
};

}  // namespace

Text::Text(std::string utf8, Charge account, bool marked)
    : bytes(std::move(utf8)),
      length(count_code_points(bytes)),
      charge(std::move(account)),
      is_markup(marked) {}

const Text* Value::text() const {
    return pointee(get<TextRef>());
}

bool Value::is_markup() const {
    return text() && text()->is_markup;
}

const List* Value::list() const {
    return pointee(get<ListRef>());
}

const Dict* Value::dict() const {
    return pointee(get<DictRef>());
}

Object* Value::object() const {
    const auto* reference = get<ObjectRef>();
    return reference ? reference->get() : nullptr;
}

const Value* Dict::find(std::string_view key) const {
    for (const auto& [name, value] : entries)
        if (const auto* text = name.text(); text && text->bytes == key)
            return &value;
    return nullptr;
}

Value constant_text(std::string bytes) {
    return std::make_shared<const Text>(std::move(bytes));
}

Value undefined(std::string message) {
    return Value::Data(Undefined{std::make_shared<const std::string>(std::move(message))});
}

int depth_of(const Value& value) {
    if (const auto* list = value.list())
        return list->depth;
    if (const auto* dict = value.dict())
        return dict->depth;
    const auto* object = value.object();
    return object ? object->depth() : 0;
}

int depth_of(const std::vector<Value>& values) {
    int depth = 0;
    for (const auto& value : values)
        depth = std::max(depth, depth_of(value));
    return depth;
}

std::string type_name(const Value& value) {
    return std::visit(TypeName{}, value.data());
}

}  // namespace tunebench::jinja
