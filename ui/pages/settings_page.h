// SettingsPage: what concerns the program and not a run.
#pragma once

#include <QWidget>

#include "core/run/run_host.h"
#include "ui/theme/theme.h"

class QGridLayout;
class QLabel;
class QPushButton;
class QSettings;

namespace tunebench::ui {

class Card;
class ComboEdit;
class Workbench;

ThemeChoice storedTheme(const QSettings& settings);
/// Applies it too.
void storeTheme(QSettings& settings, ThemeChoice choice);

class SettingsPage : public QWidget {
    Q_OBJECT

public:
    explicit SettingsPage(Workbench& workbench, QWidget* parent = nullptr);

protected:
    void changeEvent(QEvent* event) override;

private:
    QWidget* buildLook();
    void addLanguage(Card* card, QGridLayout& rows);
    void showTheme();
    QWidget* buildDesktop();
    QWidget* buildPlaces();
    QWidget* buildEngine();
    void onEngineInfo(const HostReply<EngineInfo>& reply);

    Workbench& workbench_;
    ComboEdit* theme_ = nullptr;
    QLabel* engine_ = nullptr;
    QPushButton* check_ = nullptr;
};

}  // namespace tunebench::ui
