// ParamForm: editors for any list of descriptions. Knows kinds of parameters, no method by name. What
// everybody sets stands there, what one tunes next and what one rarely touches behind a line each that names
// it; wrong values are explained by the core, field by field.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include <QStringList>
#include <QWidget>

#include "core/base/result.h"
#include "core/params/param_spec.h"

class QPushButton;

namespace tunebench::ui {

class FieldExplanation;
class FieldGrid;
class ParamField;

class ParamForm : public QWidget {
    Q_OBJECT

public:
    explicit ParamForm(std::span<const ParamSpec> specs, int columns = 3, QWidget* parent = nullptr);

    ParamMap values() const;
    /// Keys without a field are passed over; fields without a key keep their value. Emits changed() once.
    void setValues(const ParamMap& values);
    /// The values that are not at their default.
    ParamMap changedValues() const;

    /// Of the values as they stand, each by its own description; field without the section.
    std::vector<Error> errors() const;
    /// An error that concerns several fields, or that was found elsewhere, at the field that it names.
    void showError(const QString& key, const Error& error);

    /// Opens what hides the field, gives it the focus and marks it; false when there is no such field.
    bool reveal(const QString& key);
    ParamField* field(const QString& key) const;
    const std::vector<ParamField*>& fields() const { return fields_; }

    /// Fields of deeper levels are hidden.
    void setDepth(ParamLevel depth);
    ParamLevel depth() const { return depth_; }
    /// All levels, or the first alone.
    void setMoreVisible(bool isVisible) { setDepth(isVisible ? ParamLevel::Expert : ParamLevel::Basic); }

    /// The section of the run file that the keys are of: explanations name it.
    void setSection(const std::string& section) { section_ = section; }
    /// Shows the field's explanation, or hides it when it is shown.
    void explain(ParamField* field);

Q_SIGNALS:
    void changed();

private:
    void buildDepthRow();
    void addField(const ParamSpec& spec);
    void arrange();
    void updateDepthRow();
    void updateEnabled();
    void validate();
    void onFieldChanged();
    std::vector<ParamField*> shownFields() const;
    /// The fields that the next line leads to, all of one level.
    std::vector<const ParamField*> nextFields() const;

    FieldGrid* grid_ = nullptr;
    QPushButton* more_ = nullptr;
    QPushButton* less_ = nullptr;
    FieldExplanation* explanation_ = nullptr;
    std::vector<ParamField*> fields_;
    std::string section_;
    ParamField* explained_ = nullptr;
    ParamLevel depth_ = ParamLevel::Basic;
    bool isSetting_ = false;
};

}  // namespace tunebench::ui
