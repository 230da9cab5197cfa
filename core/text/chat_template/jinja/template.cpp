#include "core/text/chat_template/jinja/template.h"

#include <cstdint>
#include <limits>

#include "core/text/chat_template/jinja/evaluator.h"
#include "core/text/chat_template/jinja/parser.h"

namespace tunebench::jinja {
namespace {

Result<Value> from_json(Sandbox& sandbox, const OrderedJson& json);

Result<Value> list_from_json(Sandbox& sandbox, const OrderedJson& json) {
    std::vector<Value> items;
    for (const auto& element : json) {
        TRY(auto item, from_json(sandbox, element));
        items.push_back(std::move(item));
    }
    return sandbox.list(std::move(items));
}

Result<Value> dict_from_json(Sandbox& sandbox, const OrderedJson& json) {
    std::vector<std::pair<Value, Value>> entries;
    for (const auto& [key, element] : json.items()) {
        TRY(auto name, sandbox.text(key));
        TRY(auto value, from_json(sandbox, element));
        entries.emplace_back(std::move(name), std::move(value));
    }
    return sandbox.dict(std::move(entries));
}

Result<Value> from_json(Sandbox& sandbox, const OrderedJson& json) {
    TRY_VOID(sandbox.enter());
    auto value = [&]() -> Result<Value> {
        switch (json.type()) {
            case OrderedJson::value_t::boolean:
                return Value(json.get<bool>());
            case OrderedJson::value_t::number_integer:
                return Value(json.get<std::int64_t>());
            case OrderedJson::value_t::number_unsigned:
                if (json.get<std::uint64_t>() > std::numeric_limits<std::int64_t>::max())
                    return template_error("an integer is larger than 64 bits");
                return Value(json.get<std::int64_t>());
            case OrderedJson::value_t::number_float:
                return Value(json.get<double>());
            case OrderedJson::value_t::string:
                return sandbox.text(json.get_ref<const std::string&>());
            case OrderedJson::value_t::array:
                return list_from_json(sandbox, json);
            case OrderedJson::value_t::object:
                return dict_from_json(sandbox, json);
            default:
                return Value();
        }
    }();
    sandbox.leave();
    return value;
}

}  // namespace

Result<Template> Template::parse(std::string_view source, const Limits& limits) {
    TRY(auto syntax, jinja::parse(source, limits));
    return Template(std::make_shared<const Syntax>(std::move(syntax)), limits);
}

bool Template::marks_generation() const {
    return syntax_->has_generation;
}

Result<Rendered> Template::render(const OrderedJson& variables, Moment now) const {
    Sandbox sandbox(limits_);
    Writer writer(sandbox);
    std::vector<std::pair<std::string, Value>> values;
    for (const auto& [name, json] : variables.items()) {
        TRY(auto value, from_json(sandbox, json));
        if (name == "messages")
            writer.set_messages(value);
        values.emplace_back(name, std::move(value));
    }
    TRY_VOID(Evaluator(sandbox, writer, now).run(*syntax_, values));
    return writer.take();
}

}  // namespace tunebench::jinja
