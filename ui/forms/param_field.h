// ParamField: one parameter in a form: label and unit, a mark that resets a changed value, the editor, and
// below it what more of it costs and brings, or the core's sentence when the value is wrong.
#pragma once

#include <optional>

#include <QWidget>

#include "core/base/result.h"
#include "ui/forms/param_editor.h"

class QLabel;
class QToolButton;

namespace tunebench::ui {

class EffectLine;
class FittingLabel;

class ParamField : public QWidget {
    Q_OBJECT

public:
    explicit ParamField(const ParamSpec& spec, QWidget* parent = nullptr);

    const ParamSpec& spec() const { return spec_; }
    bool isWide() const { return editor_.isWide; }
    bool isChanged() const;  // another value than the default
    ParamValue value() const { return editor_.read(); }
    void setValue(const ParamValue& value);
    QWidget* editor() const { return editor_.widget; }

    /// Shown below the editor until it is called again.
    void setError(const std::optional<Error>& error);
    const std::optional<Error>& error() const { return error_; }

    void flash();
    /// Whether the explanation below the row is this field's.
    void setExplained(bool isExplained);

Q_SIGNALS:
    void changed();
    void explanationRequested();

protected:
    bool event(QEvent* event) override;
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void buildLabelRow();
    void buildBelow();
    void colorMessage();
    void onEdited();

    ParamSpec spec_;
    ParamEditor editor_;
    QLabel* label_ = nullptr;
    FittingLabel* unit_ = nullptr;
    QToolButton* reset_ = nullptr;
    EffectLine* effect_ = nullptr;
    QLabel* message_ = nullptr;
    std::optional<Error> error_;
    bool isFlashing_ = false;
};

}  // namespace tunebench::ui
