// ChartBar: how the charts of a run are drawn: smoothing with its formula, what runs along, logarithmic axes;
// the way back from a zoom, and saving.
#pragma once

#include <QWidget>

#include "ui/run/run_places.h"

class QAction;
class QMenu;
class QPushButton;
class QSlider;

namespace tunebench::ui {

class ChartSaveButton;
class FittingLabel;

class ChartBar : public QWidget {
    Q_OBJECT

public:
    explicit ChartBar(QWidget* parent = nullptr);

    /// What the bar is for, where it is not a run's charts of Live.
    void setWords(const QString& smoothing, const QString& logarithmic);
    double smoothing() const;
    void setSmoothing(double weight);
    PlaceKind placeKind() const { return kind_; }
    void setPlaceKind(PlaceKind kind);
    bool isLogarithmic() const;
    bool hasLogarithmicPlaces() const;
    void setCanUndo(bool canUndo);
    ChartSaveButton* saveButton() const { return save_; }

Q_SIGNALS:
    void smoothingChanged(double weight);
    void placesChanged();
    void logarithmicChanged(bool isLogarithmic);
    void undoRequested();

private:
    void buildSlider();
    void buildAxes();
    void addPlaces(QMenu* menu);
    QAction* addToggle(QMenu* menu, const QString& name, const QString& text);
    QPushButton* addButton(const QString& name, const QString& icon, const QString& text,
                           const QString& help);
    void nameAxes();

    QSlider* slider_ = nullptr;
    FittingLabel* formula_ = nullptr;
    QPushButton* axes_ = nullptr;
    PlaceKind kind_ = PlaceKind::Step;
    QAction* logarithmic_ = nullptr;
    QAction* logarithmicPlaces_ = nullptr;
    QPushButton* undo_ = nullptr;
    ChartSaveButton* save_ = nullptr;
};

}  // namespace tunebench::ui
