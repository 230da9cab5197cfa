#include "core/text/chat_template/catalogue/catalogue.h"

#include <algorithm>

#include <fmt/format.h>

namespace tunebench {
namespace {

// Calls of tools are written in the model's own form or not at all: leaving them out in silence would teach
// to say nothing.
constexpr std::string_view kPreamble = R"({% for message in messages if message.tool_calls -%}
{{ raise_exception('the built-in chat templates do not write calls of tools') -}}
{% endfor -%}
)";

// All mark what the model learns: the answer and the end of its turn.

constexpr std::string_view kChatMl = R"({% for message in messages -%}
{{ '<|im_start|>' + message.role + '\n' }}
{%- if message.role == 'assistant' %}{% generation %}{{ message.content + '<|im_end|>' }}{% endgeneration %}
{%- else %}{{ message.content + '<|im_end|>' }}
{%- endif %}
{{- '\n' }}
{%- endfor %}
{%- if add_generation_prompt %}{{ '<|im_start|>assistant\n' }}{% endif %}
)";

constexpr std::string_view kLlama2 = R"({% set ns = namespace(system='') -%}
{% for message in messages -%}
{% if message.role == 'system' -%}
{% set ns.system = '<<SYS>>\n' + message.content + '\n<</SYS>>\n\n' -%}
{% elif message.role == 'user' -%}
{{ bos_token ~ '[INST] ' + ns.system + message.content.strip() + ' [/INST]' -}}
{% set ns.system = '' -%}
{% elif message.role == 'assistant' -%}
{{ ' ' -}}
{% generation %}{{ message.content.strip() + ' ' ~ eos_token }}{% endgeneration -%}
{% else -%}
{{ raise_exception('The template llama-2 knows the roles system, user and assistant, not ' + message.role) -}}
{% endif -%}
{% endfor -%}
)";

constexpr std::string_view kLlama3 = R"({{ bos_token -}}
{% for message in messages -%}
{{ '<|start_header_id|>' + message.role + '<|end_header_id|>\n\n' -}}
{% if message.role == 'assistant' -%}
{% generation %}{{ message.content.strip() + '<|eot_id|>' }}{% endgeneration -%}
{% else -%}
{{ message.content.strip() + '<|eot_id|>' -}}
{% endif -%}
{% endfor -%}
{% if add_generation_prompt %}{{ '<|start_header_id|>assistant<|end_header_id|>\n\n' }}{% endif -%}
)";

constexpr std::string_view kMistral = R"({{ bos_token -}}
{% set ns = namespace(system='') -%}
{% for message in messages -%}
{% if message.role == 'system' -%}
{% set ns.system = message.content + '\n\n' -%}
{% elif message.role == 'user' -%}
{{ '[INST] ' + ns.system + message.content + ' [/INST]' -}}
{% set ns.system = '' -%}
{% elif message.role == 'assistant' -%}
{{ ' ' -}}
{% generation %}{{ message.content.strip() ~ eos_token }}{% endgeneration -%}
{% else -%}
{{ raise_exception('The template mistral knows the roles system, user and assistant, not ' + message.role) -}}
{% endif -%}
{% endfor -%}
)";

constexpr std::string_view kGemma = R"({{ bos_token -}}
{% set ns = namespace(system='') -%}
{% for message in messages -%}
{% if message.role == 'system' -%}
{% set ns.system = message.content.strip() + '\n\n' -%}
{% elif message.role == 'assistant' -%}
{{ '<start_of_turn>model\n' -}}
{% generation %}{{ message.content.strip() + '<end_of_turn>' }}{% endgeneration -%}
{{ '\n' -}}
{% else -%}
{{ '<start_of_turn>' + message.role + '\n' + ns.system + message.content.strip() + '<end_of_turn>\n' -}}
{% set ns.system = '' -%}
{% endif -%}
{% endfor -%}
{% if add_generation_prompt %}{{ '<start_of_turn>model\n' }}{% endif -%}
)";

constexpr std::string_view kPhi3 = R"({% for message in messages -%}
{{ '<|' + message.role + '|>\n' -}}
{% if message.role == 'assistant' -%}
{% generation %}{{ message.content + '<|end|>' }}{% endgeneration -%}
{% else -%}
{{ message.content + '<|end|>' -}}
{% endif -%}
{{ '\n' -}}
{% endfor -%}
{% if add_generation_prompt %}{{ '<|assistant|>\n' }}{% endif -%}
)";

constexpr std::string_view kAlpaca = R"({% if messages and messages[0].role == 'system' -%}
{{ bos_token ~ messages[0].content + '\n\n' -}}
{% else -%}
{{ bos_token ~ 'Below is an instruction that describes a task. Write a response that completes it.\n\n' -}}
{% endif -%}
{% for message in messages -%}
{% if message.role == 'user' -%}
{{ '### Instruction:\n' + message.content + '\n\n' -}}
{% elif message.role == 'assistant' -%}
{{ '### Response:\n' -}}
{% generation %}{{ message.content ~ eos_token }}{% endgeneration -%}
{{ '\n\n' -}}
{% elif message.role != 'system' or not loop.first -%}
{{ raise_exception('The template alpaca knows the roles user and assistant, and system at the beginning') -}}
{% endif -%}
{% endfor -%}
{% if add_generation_prompt %}{{ '### Response:\n' }}{% endif -%}
)";

constexpr std::string_view kVicuna = R"({{ bos_token -}}
{% for message in messages -%}
{% if message.role == 'system' -%}
{{ message.content + '\n\n' -}}
{% elif message.role == 'user' -%}
{{ 'USER: ' + message.content + '\n' -}}
{% elif message.role == 'assistant' -%}
{{ 'ASSISTANT:' -}}
{% generation %}{{ ' ' + message.content ~ eos_token }}{% endgeneration -%}
{{ '\n' -}}
{% else -%}
{{ raise_exception('The template vicuna knows the roles system, user and assistant, not ' + message.role) -}}
{% endif -%}
{% endfor -%}
{% if add_generation_prompt %}{{ 'ASSISTANT:' }}{% endif -%}
)";

constexpr std::string_view kZephyr = R"({% for message in messages -%}
{{ '<|' + message.role + '|>\n' -}}
{% if message.role == 'assistant' -%}
{% generation %}{{ message.content ~ eos_token }}{% endgeneration -%}
{% else -%}
{{ message.content ~ eos_token -}}
{% endif -%}
{{ '\n' -}}
{% endfor -%}
{% if add_generation_prompt %}{{ '<|assistant|>\n' }}{% endif -%}
)";

constexpr CatalogueEntry kCatalogue[] = {
    {"chatml", "<|im_start|>role ... <|im_end|>: Qwen, SmolLM and many others", kChatMl},
    {"llama-2", "[INST] ... [/INST] with <<SYS>> for the system's message: Llama 2 chat", kLlama2},
    {"llama-3", "<|start_header_id|>role<|end_header_id|> ... <|eot_id|>: Llama 3", kLlama3},
    {"mistral", "[INST] ... [/INST]: Mistral and Mixtral instruct models", kMistral},
    {"gemma", "<start_of_turn>user ... <end_of_turn>: Gemma", kGemma},
    {"phi-3", "<|user|> ... <|end|>: Phi-3", kPhi3},
    {"alpaca", "### Instruction: ... ### Response: ...: models without special tokens", kAlpaca},
    {"vicuna", "USER: ... ASSISTANT: ...: Vicuna", kVicuna},
    {"zephyr", "<|user|> ... end of text: Zephyr and TinyLlama", kZephyr},
};

}  // namespace

std::span<const CatalogueEntry> chat_template_catalogue() {
    return kCatalogue;
}

const CatalogueEntry* find_in_catalogue(std::string_view name) {
    const auto found = std::ranges::find(kCatalogue, name, &CatalogueEntry::name);
    return found == std::end(kCatalogue) ? nullptr : found;
}

std::vector<std::string> catalogue_names() {
    std::vector<std::string> names;
    for (const auto& entry : kCatalogue)
        names.emplace_back(entry.name);
    return names;
}

Result<ChatTemplate> catalogue_template(std::string_view name) {
    const auto* entry = find_in_catalogue(name);
    if (!entry)
        return Error{.code = ErrorCode::NotFound,
                     .message = fmt::format("there is no built-in chat template named '{}'", name),
                     .hint = fmt::format("Choose one of {}.", fmt::join(catalogue_names(), ", "))};
    return ChatTemplate::parse(std::string(name), std::string(kPreamble) + std::string(entry->source));
}

}  // namespace tunebench
