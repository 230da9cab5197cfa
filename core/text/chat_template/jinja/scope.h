// Scope: the names that a block can see: its own, then those of the blocks around it.
#pragma once

#include <memory>
#include <string_view>
#include <utility>
#include <vector>

#include "core/text/chat_template/jinja/value.h"

namespace tunebench::jinja {

/// Names are those of the syntax tree or of the render's variables, which outlive it.
class Scope {
public:
    explicit Scope(Scope* outer = nullptr) : outer_(outer) {}

    void set(std::string_view name, Value value) {
        for (auto& [known, old] : names_)
            if (known == name) {
                old = std::move(value);
                return;
            }
        names_.emplace_back(name, std::move(value));
    }

    /// Null for an unknown name.
    const Value* find(std::string_view name) const {
        for (const auto* scope = this; scope; scope = scope->outer_)
            for (const auto& [known, value] : scope->names_)
                if (known == name)
                    return &value;
        return nullptr;
    }

    /// A macro was defined in it, which sees it for as long as the rendering lasts: so do those around it.
    void keep() {
        for (auto* scope = this; scope && !scope->is_kept_; scope = scope->outer_)
            scope->is_kept_ = true;
    }
    bool is_kept() const { return is_kept_; }

    void reset(Scope* outer) {
        names_.clear();
        outer_ = outer;
    }

private:
    Scope* outer_;
    bool is_kept_ = false;
    std::vector<std::pair<std::string_view, Value>> names_ = {};
};

/// Owns scopes, and uses those again that nothing sees any more.
class Scopes {
public:
    Scope& open(Scope* outer) {
        if (free_.empty()) {
            all_.push_back(std::make_unique<Scope>(outer));
            return *all_.back();
        }
        auto& scope = *free_.back();
        free_.pop_back();
        scope.reset(outer);
        return scope;
    }

    void close(Scope& scope) {
        if (scope.is_kept())
            return;
        scope.reset(nullptr);
        free_.push_back(&scope);
    }

private:
    std::vector<std::unique_ptr<Scope>> all_ = {};
    std::vector<Scope*> free_ = {};
};

}  // namespace tunebench::jinja
