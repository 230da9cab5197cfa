// SectionForm: one section of the run file. Sections that choose from a registry (method, optimizer,
// schedule) have a choice on top, whose description follows it; what was edited is kept when the next choice
// has it too.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <QWidget>

#include "core/base/result.h"
#include "core/params/param_spec.h"

class QLabel;
class QVBoxLayout;

namespace tunebench::ui {

class ComboEdit;
class ParamForm;

class SectionForm : public QWidget {
    Q_OBJECT

public:
    /// `section` as in section_specs(); `without`: keys that the page shows elsewhere.
    explicit SectionForm(std::string section, int columns = 3, std::vector<std::string> without = {},
                         QWidget* parent = nullptr);

    const std::string& section() const { return section_; }
    /// For set_section_params(); fields may hold what the codec refuses.
    ParamMap params() const;
    std::string chosenId() const;  // empty without a choice
    void setParams(const ParamMap& params);
    /// Of the optimizer's section: the defaults in a run with that method. What was edited stays.
    void followMethod(const std::string& id);
    std::vector<Error> errors() const;  // fields as in the run file: "optimizer.learning_rate"
    /// `key` within the section; "id" is the choice.
    bool reveal(const QString& key);
    void showError(const QString& key, const Error& error);
    ParamForm* form() const { return form_; }

Q_SIGNALS:
    void changed();

private:
    struct Entry {
        std::string id = {};
        QString title = {};
        QString summary = {};
        std::vector<ParamSpec> specs = {};
    };

    static std::vector<Entry> entriesOf(const std::string& section);
    void buildChoice();
    void rebuild();
    const Entry& current() const;

    std::string section_;
    int columns_;
    std::vector<std::string> without_;
    std::vector<Entry> entries_;
    ComboEdit* choice_ = nullptr;  // null without a registry
    QLabel* summary_ = nullptr;
    ParamForm* form_ = nullptr;
    QVBoxLayout* layout_ = nullptr;
};

}  // namespace tunebench::ui
