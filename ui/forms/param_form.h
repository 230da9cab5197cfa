// ParamForm: editors for any list of descriptions. Knows kinds of parameters, no method by name. What
// everybody sets stands there, the rest behind one line that names it; wrong values are explained by the
// core, field by field.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include <QStringList>
#include <QWidget>

#include "core/base/result.h"
#include "core/params/param_spec.h"

class QGridLayout;
class QPushButton;

namespace tunebench::ui {

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
    void setMoreVisible(bool isVisible);
    bool isMoreVisible() const { return isMoreVisible_; }

Q_SIGNALS:
    void changed();

private:
    void addColumn(int column);
    void addField(const ParamSpec& spec);
    void arrange();
    void updateMore();
    void updateEnabled();
    void validate();
    void onFieldChanged();
    bool isShown(const ParamField& field) const;

    int columns_;
    QGridLayout* grid_ = nullptr;
    QPushButton* more_ = nullptr;
    std::vector<ParamField*> fields_;
    bool isMoreVisible_ = false;
    bool isSetting_ = false;
};

}  // namespace tunebench::ui
