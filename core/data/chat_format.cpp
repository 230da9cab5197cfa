#include "core/data/chat_format.h"

#include <charconv>
#include <cstdint>

#include <fmt/format.h>

#include "core/base/durable_file.h"
#include "core/base/text_distance.h"
#include "core/run/run_paths.h"
#include "core/text/chat_template/catalogue/catalogue.h"

namespace tunebench {
namespace {

constexpr std::uint64_t kMaxTemplateBytes = 1 << 20;
constexpr const char* kDefaultTemplate = "chatml";

Error at_template(Error error) {
    error.field = "data.template";
    return error;
}

Error unknown_template(const std::string& name) {
    auto known = catalogue_names();
    known.insert(known.begin(), "auto");
    const auto near = nearest(name, known);
    return {
        .code = ErrorCode::InvalidArgument,
        .message = fmt::format("data.template cannot be '{}': it is one of {}, a .jinja file, or a template "
                               "in Jinja itself",
                               name, fmt::join(known, ", ")),
        .hint = near.empty() ? "Choose auto unless the model needs another one."
                             : fmt::format("Did you mean '{}'?", near),
        .field = "data.template"};
}

Result<ChatFormat> with_template(std::string name, std::string source, std::string reason) {
    auto parsed = ChatTemplate::parse(std::move(name), std::move(source));
    if (!parsed)
        return at_template(parsed.error());
    return ChatFormat{.standard = *std::move(parsed), .reason = std::move(reason)};
}

Result<ChatFormat> from_catalogue(std::string_view name, std::string reason) {
    TRY(auto built_in, catalogue_template(name));
    return ChatFormat{.standard = std::move(built_in), .reason = std::move(reason)};
}

Result<ChatFormat> own_format(const ModelChat& own) {
    if (own.chat_template.empty()) {
        TRY(auto stand_in,
            from_catalogue(kDefaultTemplate,
                           fmt::format("{}: the model brings no chat template", kDefaultTemplate)));
        stand_in.is_stand_in = true;
        return stand_in;
    }
    TRY(auto format, with_template("the model's " + own.file, own.chat_template,
                                   fmt::format("the model's own, from its {}", own.file)));
    if (!own.tool_use.empty()) {
        auto tool_use = ChatTemplate::parse("the model's tool_use template", own.tool_use);
        if (!tool_use)
            return at_template(tool_use.error());
        format.tool_use = *std::move(tool_use);
    }
    return format;
}

Result<ChatFormat> file_format(const std::string& file) {
    auto source = read_file(file, kMaxTemplateBytes);
    if (!source)
        return at_template(source.error());
    return with_template(file, *std::move(source), fmt::format("from the file {}", file));
}

Result<ChatFormat> named_format(const std::string& name, const Tokenizer& tokenizer) {
    if (name == "auto")
        return own_format(tokenizer.chat());
    if (find_in_catalogue(name))
        return from_catalogue(name, fmt::format("{}, chosen in data.template", name));
    if (names_template_file(name))
        return file_format(name);
    if (is_template_text(name))
        return with_template("data.template", name, "written in data.template");
    return unknown_template(name);
}

/// "2025-01-31".
Result<jinja::Moment> moment_of(const std::string& date) {
    int year = 0;
    unsigned month = 0;
    unsigned day = 0;
    const auto number = [&](std::size_t at, std::size_t length, auto& value) {
        const char* end = date.data() + at + length;
        return std::from_chars(date.data() + at, end, value).ptr == end;
    };
    const bool is_read = date.size() == 10 && date[4] == '-' && date[7] == '-' && number(0, 4, year) &&
                         number(5, 2, month) && number(8, 2, day);
    const std::chrono::year_month_day calendar{std::chrono::year(year), std::chrono::month(month),
                                               std::chrono::day(day)};
    if (!is_read || !calendar.ok())
        return Error{.code = ErrorCode::InvalidArgument,
                     .message = fmt::format("data.template_date cannot be '{}': it is no date", date),
                     .hint = "Write a date as year, month and day: 2025-01-31.",
                     .field = "data.template_date"};
    return jinja::Moment(std::chrono::sys_days(calendar));
}

/// Special tokens that the tokenizer knows although its files do not name them.
void add_known_tokens(const Tokenizer& tokenizer, OrderedJson& variables) {
    const auto add = [&](const char* name, std::optional<std::int32_t> id) {
        if (id && !variables.contains(name))
            variables[name] = tokenizer.token_text(*id);
    };
    add("bos_token", tokenizer.begin_token());
    add("eos_token", tokenizer.end_token());
    add("pad_token", tokenizer.pad_token());
}

}  // namespace

Result<ChatFormat> choose_chat_format(const DataSection& data, const Tokenizer& tokenizer) {
    TRY(auto format, named_format(data.chat_template, tokenizer));
    format.variables = tokenizer.chat().special_tokens;
    add_known_tokens(tokenizer, format.variables);
    TRY(format.now, moment_of(data.template_date));
    return format;
}

Result<const ChatFormat*> ChatChoice::get() {
    const std::lock_guard lock(mutex_);
    if (!chosen_) {
        TRY(chosen_, choose_chat_format(*data_, *tokenizer_));
    }
    return &*chosen_;
}

}  // namespace tunebench
