// A Jinja template as chat templates use them, read once and rendered often, in a sandbox with limits.
//
// The measure is what transformers renders: Jinja's immutable sandbox with trim_blocks and lstrip_blocks,
// loop controls, {% generation %}, tojson without HTML escapes, raise_exception and strftime_now. Not there:
// include, import and extends, which need other files; autoescape; the filters pprint, random, striptags,
// urlize and wordwrap, and lipsum. A text stays marked as safe through filters and +, but not through
// methods, slices and %.
#pragma once

#include <memory>
#include <string_view>

#include "core/base/json.h"
#include "core/base/result.h"
#include "core/text/chat_template/jinja/date_format.h"
#include "core/text/chat_template/jinja/limits.h"
#include "core/text/chat_template/jinja/rendered.h"

namespace tunebench::jinja {

struct Syntax;

/// Immutable: threads may share one, and copies share their data.
class Template {
public:
    /// InvalidArgument for a mistake, with its line, and for what goes over the limits.
    static Result<Template> parse(std::string_view source, const Limits& limits = {});

    /// `variables` is an object. Pieces of the text are told apart by the elements of its `messages`. Errors
    /// are InvalidArgument: their message is the template's own (raise_exception), Python's or Jinja's, or
    /// names the limit.
    Result<Rendered> render(const OrderedJson& variables, Moment now) const;

    /// Whether it marks what the assistant writes with {% generation %}.
    bool marks_generation() const;

private:
    Template(std::shared_ptr<const Syntax> syntax, const Limits& limits)
        : syntax_(std::move(syntax)), limits_(limits) {}

    std::shared_ptr<const Syntax> syntax_;
    Limits limits_;
};

}  // namespace tunebench::jinja
